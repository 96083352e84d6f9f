package dev.storetwin.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ForkTest {

    @Test
    void a_branch_and_its_shop_keep_apart() throws InterruptedException {
        var figures = Fork.run(500, 200);

        assertThat(figures.forks().millis(0)).isPositive();
        assertThat(figures.used()).isPositive();
    }
}
