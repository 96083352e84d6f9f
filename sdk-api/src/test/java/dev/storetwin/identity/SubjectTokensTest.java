package dev.storetwin.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.type.Source;
import dev.storetwin.type.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubjectTokensTest {

    private static final Source SHOP = Source.of("shopify:my-shop");

    private final SubjectTokens tokens = SubjectTokens.recognisable();

    @Test
    void a_customer_keeps_its_token() {
        assertThat(tokens.token(SHOP, "4711")).contains(SubjectId.of("s-3730169ac0d58b133f47"));
        assertThat(tokens.token(SHOP, " 4711 ")).isEqualTo(tokens.token(SHOP, "4711"));
    }

    @Test
    void the_same_id_of_another_shop_is_somebody_else() {
        assertThat(tokens.token(Source.of("shopify:other"), "4711")).isNotEqualTo(tokens.token(SHOP, "4711"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "0", "null", "Guest", "ANONYMOUS", "-1", "undefined"})
    void an_id_that_names_nobody_gives_no_token(String id) {
        assertThat(tokens.token(SHOP, id)).isEmpty();
    }

    @Test
    void every_kind_of_tokens_leaves_nobody_out() {
        SubjectTokens own = (source, id) -> SubjectId.of("s-" + id.length());

        assertThat(own.token(SHOP, "guest")).isEmpty();
        assertThat(own.token(SHOP, " 4711 ")).contains(SubjectId.of("s-4"));
    }
}
