package dev.storetwin.testing.disk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What was acknowledged is there after any crash, once and in order, and the journal goes on. */
class JournalCrashTest {

    @Property(tries = 300)
    void keeps_what_was_acknowledged_through_any_crash(@ForAll long seed) throws IOException {
        new JournalStory(seed, new FaultyDisk(seed)).tell();
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
