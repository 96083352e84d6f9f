package dev.storetwin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.random.Draws;
import dev.storetwin.core.state.ShopState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed in the midst of its work has lost nothing that it acknowledged. {@code -Dstoretwin.kills=100} kills more. */
class KilledTwinTest {

    private static final int KILLS = Integer.getInteger("storetwin.kills", 25);

    @TempDir
    private Path folder;

    @Test
    void a_killed_process_has_kept_what_it_acknowledged() throws Exception {
        var chance = Draws.of(7).keyed("kills", "", 0);
        var directory = folder.resolve("twin");
        long next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            long acknowledged = killAfter(directory, next, 1 + chance.nextInt(150));
            next = look(directory, acknowledged);
        }
        assertThat(next).isGreaterThan(KILLS);
    }

    /** The number of the last count that the process said was acknowledged. */
    private static long killAfter(Path directory, long first, int counts) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledShop.class.getName(),
                        directory.toString(),
                        Long.toString(first))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        long last = first - 1;
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < counts; i++) {
                last = Long.parseLong(lines.readLine());
            }
            process.toHandle().destroyForcibly();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line.isEmpty() ? last : Math.max(last, Long.parseLong(line));
            }
        }
        process.waitFor();
        return last;
    }

    /** The first number that is not there; everything before it is, once, and makes the state that it makes when folded afresh. */
    private static long look(Path directory, long acknowledged) {
        try (var twin = KilledShop.twin(directory).build()) {
            var state = (ShopState) twin.state();
            long found = state.revision();
            var afresh = ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"))
                    .after(LongStream.range(0, found)
                            .mapToObj(KilledShop::count)
                            .toList())
                    .state();
            assertThat(found).isGreaterThan(acknowledged);
            assertThat(state.root()).isEqualTo(afresh.root());
            return found;
        }
    }
}
