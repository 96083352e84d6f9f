package dev.storetwin.shopify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
}
