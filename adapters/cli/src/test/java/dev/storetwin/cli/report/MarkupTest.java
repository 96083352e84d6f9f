package dev.storetwin.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MarkupTest {

    @Test
    void escapes_what_has_a_meaning_in_a_page() {
        var page = new Markup().leaf("p", "<b>&\"'", "title", "\"><i>").finished();

        assertThat(page).isEqualTo("<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;i&gt;\">&lt;b&gt;&amp;&quot;&#39;</p>");
    }

    @Test
    void an_open_element_is_no_page() {
        assertThatThrownBy(() -> new Markup().open("p").finished())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[p]");
    }

    @Test
    void a_script_that_would_need_escaping_is_refused() {
        assertThatThrownBy(() -> new Markup().open("script").verbatim("a < b"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void any_text_reads_back(@ForAll String text) throws Exception {
        var page = new Markup().leaf("p", text, "title", text).finished();

        var element = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(page)))
                .getDocumentElement();
        var allowed = new StringBuilder();
        text.codePoints().forEach(it -> allowed.appendCodePoint(isAllowed(it) ? it : 0xFFFD));
        assertThat(element.getTextContent()).isEqualTo(allowed.toString());
        assertThat(element.getAttribute("title")).isEqualTo(allowed.toString().replaceAll("[\n\t]", " "));
    }

    private static boolean isAllowed(int codePoint) {
        var type = Character.getType(codePoint);
        return codePoint == '\n'
                || codePoint == '\t'
                || type != Character.CONTROL
                        && type != Character.SURROGATE
                        && codePoint != 0xFFFE
                        && codePoint != 0xFFFF;
    }
}
