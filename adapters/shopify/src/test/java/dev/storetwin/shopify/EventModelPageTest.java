package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EventModelPageTest {

    /** With {@code -Dstoretwin.renew} the page is written, and then of course says it. */
    @Test
    void the_page_says_what_the_translator_declares() throws IOException {
        if (System.getProperty("storetwin.renew") != null) {
            EventModelPage.renew();
        }

        assertThat(EventModelPage.onPage(EventModelPage.read())).isEqualTo(EventModelPage.printed());
    }

    @Test
    @Tag("data")
    void the_page_has_a_part_for_every_platform_that_bodies_are_known_of() throws IOException {
        var page = EventModelPage.read();
        var headings = page.lines()
                .filter(line -> line.startsWith("## "))
                .map(line -> line.substring(3).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .toList();

        try (var platforms = Files.list(SharedData.folder("payloads")).filter(Files::isDirectory)) {
            assertThat(platforms.map(folder -> folder.getFileName().toString()))
                    .allSatisfy(name -> assertThat(headings).anyMatch(heading -> heading.startsWith(name)));
        }
    }
}
