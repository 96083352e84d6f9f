package dev.storetwin.drools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClosestTest {

    private static final List<String> NAMES = List.of("amount", "channel", "price", "sku");

    @Test
    void a_typing_error_finds_its_name() {
        assertThat(Closest.to("pric", NAMES)).contains("price");
        assertThat(Closest.to("chanel", NAMES)).contains("channel");
        assertThat(Closest.to("amuont", NAMES)).contains("amount");
        assertThat(Closest.to("SKU", NAMES)).contains("sku");
    }

    @Test
    void a_different_word_finds_nothing() {
        assertThat(Closest.to("quantity", NAMES)).isEmpty();
        assertThat(Closest.hint("quantity", NAMES)).isEmpty();
    }
}
