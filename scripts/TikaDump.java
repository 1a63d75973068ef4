// Writes report.tika.txt beside each PDF: the text as Apache Tika 2 prints it, made as its PDF2XHTML and its text handler do
// with the text stripper of PDFBox 2, without Tika itself, which brings a hundred other libraries.
//
// On Debian: apt-get install libpdfbox2-java openjdk-17-jdk-headless, then
//     java -cp "/usr/share/java/pdfbox2.jar:/usr/share/java/fontbox2.jar:/usr/share/java/commons-logging.jar" \
//         scripts/TikaDump.java tests/reports/*/report.pdf

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

public class TikaDump extends PDFTextStripper {
    private final StringBuilder text = new StringBuilder();

    TikaDump() throws IOException {
        setSortByPosition(false); // Tika's default: the order in which the page was drawn
    }

    @Override
    protected void startPage(PDPage page) throws IOException {
        writeParagraphStart();
    }

    /** The page's paragraph ends, its link annotations follow, a line each, and the end of its div is a line end, too. */
    @Override
    protected void endPage(PDPage page) throws IOException {
        writeParagraphEnd();
        for (PDAnnotation annotation : page.getAnnotations()) {
            PDAction action = annotation instanceof PDAnnotationLink ? ((PDAnnotationLink) annotation).getAction() : null;
            String uri = action instanceof PDActionURI ? ((PDActionURI) action).getURI() : null;
            if (uri != null && !uri.trim().isEmpty()) {
                text.append(uri).append('\n');
            }
        }
        text.append('\n');
    }

    @Override
    protected void writeParagraphEnd() throws IOException {
        super.writeParagraphEnd();
        text.append('\n');
    }

    @Override
    protected void writeString(String line, List<TextPosition> positions) {
        text.append(line);
    }

    @Override
    protected void writeString(String line) {
        text.append(line);
    }

    @Override
    protected void writeWordSeparator() {
        text.append(getWordSeparator());
    }

    @Override
    protected void writeLineSeparator() {
        text.append('\n');
    }

    @Override
    protected void writePageStart() {}

    @Override
    protected void writePageEnd() {}

    public static void main(String[] names) throws IOException {
        for (String name : names) {
            TikaDump dump = new TikaDump();
            try (PDDocument document = PDDocument.load(new File(name))) {
                dump.writeText(document, Writer.nullWriter());
            }
            Files.write(new File(name.replaceAll("\\.pdf$", ".tika.txt")).toPath(), dump.text.toString().getBytes(StandardCharsets.UTF_8));
        }
    }
}
