package dev.storetwin.benchmarks.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/** The short form of {@link LearningStories} and {@link LearningProof}. */
class LearningStoriesTest {

    @Test
    void no_story_gives_up_more_than_its_budget_or_draws_what_is_blocked() {
        var broken = new ArrayList<String>();

        int tried = LearningStories.told(30, broken);

        assertThat(broken).isEmpty();
        assertThat(tried).isGreaterThan(20);
    }

    @Test
    void a_shop_that_tries_prices_moves_them_within_its_budget_and_one_that_does_not_lets_them_stand() {
        var proof = new LearningProof(2, 4);

        var never = proof.run(3, 0);
        var trying = proof.run(3, 100);

        assertThat(never.tried()).isZero();
        assertThat(trying.tried()).isPositive();
        assertThat(trying.dearest()).isPositive().isLessThanOrEqualTo(100);
    }
}
