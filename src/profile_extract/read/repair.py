"""Broken PDFs written anew by qpdf (by way of pikepdf, MPL-2.0): the only module that imports it."""

from __future__ import annotations

import io

import pikepdf

from profile_extract.errors import DamagedError, EncryptedError
from profile_extract.read.parts import PASSED_ON


def repaired(data: bytes, name: str) -> bytes:
    """The file with its table of objects made again, streams untouched: what is packed is not unpacked.

    Raises:
        EncryptedError: it asks for a password.
        DamagedError: qpdf cannot find a document in it.
    """
    written = io.BytesIO()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pdf.save(written, encryption=False, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    except pikepdf.PasswordError as error:
        raise EncryptedError("the PDF asks for a password; save a copy without one", path=name) from error
    except PASSED_ON:
        raise
    except Exception as error:
        raise DamagedError("the PDF is damaged or cut short; export or download it again", path=name) from error
    return written.getvalue()
