package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class VaultSpeedTest {

    @Test
    void the_vault_stands_what_is_measured() {
        assertThatCode(() -> VaultSpeed.main(new String[] {"5000"})).doesNotThrowAnyException();
    }
}
