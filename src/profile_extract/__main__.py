"""``python -m profile_extract`` is the command ``profile-extract``."""

from profile_extract.cli import main

main()
