package dev.storetwin.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checked against the test cases of RFC 4231. */
class HmacTest {

    private static final byte[] KEY = HexFormat.of().parseHex("0b".repeat(20));
    private static final byte[] MESSAGE = bytes("Hi There");
    private static final byte[] HASH =
            HexFormat.of().parseHex("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");

    @Test
    void agrees_with_the_standard() {
        var jefe = HexFormat.of().parseHex("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");

        assertThat(Hmac.sha256(List.of(KEY)).matches(MESSAGE, HASH)).isTrue();
        assertThat(Hmac.sha256(List.of(bytes("Jefe"))).matches(bytes("what do ya want for nothing?"), jefe))
                .isTrue();
    }

    @Test
    void any_of_several_secrets_may_fit() {
        assertThat(Hmac.sha256(List.of(bytes("new"), KEY)).matches(MESSAGE, HASH))
                .isTrue();
        assertThat(Hmac.sha256(List.of(bytes("new"), bytes("newer"))).matches(MESSAGE, HASH))
                .isFalse();
    }

    @Test
    void a_hash_that_is_cut_short_does_not_fit() {
        assertThat(Hmac.sha256(List.of(KEY)).matches(MESSAGE, Arrays.copyOf(HASH, 16)))
                .isFalse();
        assertThat(Hmac.sha256(List.of(KEY)).matches(MESSAGE, new byte[0])).isFalse();
    }

    @Test
    void an_empty_secret_counts_as_missing() {
        assertThat(Hmac.sha256(List.of(new byte[0])).hasSecret()).isFalse();
        assertThat(Hmac.sha256(List.of(new byte[0])).matches(MESSAGE, HASH)).isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
