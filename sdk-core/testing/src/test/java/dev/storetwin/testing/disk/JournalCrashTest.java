package dev.storetwin.testing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.journal.ForcePolicy;
import java.io.IOException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after any crash, once and in order, and the journal goes on. */
class JournalCrashTest {

    private static final ForcePolicy EVERY_SECOND = ForcePolicy.every(Duration.ofSeconds(1));

    @Property(tries = 300)
    void keeps_what_was_acknowledged_through_any_crash(@ForAll long seed) throws IOException {
        new JournalStory(seed, new FaultyDisk(seed)).tell();
    }

    @Property(tries = 300)
    void a_weaker_policy_costs_the_unforced_end_and_only_by_a_loss_of_power(@ForAll long seed) throws IOException {
        new JournalStory(seed, new FaultyDisk(seed), EVERY_SECOND).tell();
        new JournalStory(seed, new FaultyDisk(seed), ForcePolicy.OFF).tell();
    }

    @Test
    void the_stories_of_weaker_policies_have_something_to_lose() throws IOException {
        int lost = 0;
        for (long seed = 0; seed < 50; seed++) {
            var story = new JournalStory(seed, new FaultyDisk(seed), EVERY_SECOND);
            story.tell();
            lost += story.lost();
        }
        assertThat(lost).isGreaterThan(200);
    }

    @Test
    void the_stories_have_faults_and_records_in_them() throws IOException {
        int faults = 0;
        int records = 0;
        for (long seed = 0; seed < 50; seed++) {
            var story = new JournalStory(seed, new FaultyDisk(seed));
            story.tell();
            faults += story.faults();
            records += story.records();
        }
        assertThat(faults).isGreaterThan(100);
        assertThat(records).isGreaterThan(1000);
    }

    @Test
    void a_force_that_does_nothing_is_noticed() throws IOException {
        int noticed = 0;
        for (long seed = 0; seed < 50; seed++) {
            noticed += survives(seed) ? 0 : 1;
        }
        assertThat(noticed).isGreaterThan(25);
    }

    private static boolean survives(long seed) throws IOException {
        try {
            new JournalStory(seed, new FaultyDisk(seed).swallowForces()).tell();
            return true;
        } catch (AssertionError | IllegalArgumentException lost) {
            return false;
        }
    }
}
