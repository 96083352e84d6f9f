package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.TwinStory.Moment;
import dev.storetwin.core.journal.ForcePolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * No acknowledged event is lost and none applied twice, whatever becomes of the disk. Each story is six lives, each ended by a crash amid one kind of work;
 * {@code -Dstoretwin.stories=1000} tells more of them.
 */
class TwinCrashTest {

    private static final int STORIES = Integer.getInteger("storetwin.stories", 60);

    @TempDir
    private Path folder;

    @Test
    void a_twin_keeps_what_it_acknowledged_through_any_crash() throws IOException {
        int faults = 0;
        int crashes = 0;
        int filed = 0;
        int acknowledged = 0;
        var moments = new EnumMap<Moment, Integer>(Moment.class);
        for (long seed = 0; seed < STORIES; seed++) {
            var story = new TwinStory(seed, folder.resolve("twin-" + seed));
            story.tell();
            faults += story.faults();
            crashes += story.crashes();
            filed += story.filed();
            acknowledged += story.acknowledged();
            for (var moment : Moment.values()) {
                moments.merge(moment, story.crashesIn(moment), Integer::sum);
            }
        }

        assertThat(crashes).isGreaterThanOrEqualTo(STORIES * TwinStory.LIVES);
        assertThat(moments.get(Moment.IN_A_FRAME)).as("crashes %s", moments).isGreaterThan(STORIES);
        assertThat(moments.get(Moment.IN_A_SNAPSHOT)).as("crashes %s", moments).isGreaterThan(STORIES / 2);
        assertThat(moments.get(Moment.IN_COMPACTION)).as("crashes %s", moments).isGreaterThan(STORIES / 3);
        assertThat(moments.get(Moment.IN_AN_ARCHIVE)).as("crashes %s", moments).isGreaterThan(STORIES / 2);
        assertThat(filed).isGreaterThan(STORIES * TwinStory.LIVES / 2);
        assertThat(faults).isGreaterThan(STORIES);
        assertThat(acknowledged).isGreaterThan(STORIES * 50);
    }

    @Test
    void under_a_weaker_policy_only_a_loss_of_power_costs_anything_and_only_the_end() throws IOException {
        int lost = 0;
        for (long seed = 0; seed < STORIES / 2; seed++) {
            var second = new TwinStory(seed, folder.resolve("second-" + seed))
                    .under(ForcePolicy.every(Duration.ofSeconds(1)));
            second.tell();
            var off = new TwinStory(seed, folder.resolve("off-" + seed)).under(ForcePolicy.OFF);
            off.tell();
            lost += second.lost() + off.lost();
        }

        assertThat(lost).isGreaterThan(STORIES);
    }

    @Test
    void a_force_that_does_nothing_is_noticed() throws IOException {
        int noticed = 0;
        for (long seed = 0; seed < 20; seed++) {
            noticed += survives(seed) ? 0 : 1;
        }

        assertThat(noticed).isGreaterThan(5);
    }

    private boolean survives(long seed) throws IOException {
        try {
            new TwinStory(seed, folder.resolve("careless-" + seed))
                    .withoutForces()
                    .tell();
            return true;
        } catch (AssertionError | UncheckedIOException lost) {
            return false;
        }
    }
}
