package dev.storetwin.core.guardrail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.testing.disk.Fault;
import dev.storetwin.testing.disk.FaultyDisk;
import dev.storetwin.testing.disk.PowerCut;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Compiled rules outlast the process, and their loss costs time alone. */
class RulesOnDiskTest {

    private static final Path FOLDER = Path.of("/twin/rules");
    private static final byte[] OLD = {1, 2, 3};
    private static final byte[] NEW = {4, 5, 6, 7};

    @Test
    void what_was_kept_is_found_after_a_loss_of_power() {
        var disk = new FaultyDisk(1);
        new RulesOnDisk(disk, FOLDER).keep("aa", OLD);

        assertThat(new RulesOnDisk(disk.afterPowerCut(), FOLDER).find("aa")).contains(OLD);
    }

    @Test
    void what_was_never_kept_is_not_found() {
        assertThat(new RulesOnDisk(new FaultyDisk(1), FOLDER).find("aa")).isEmpty();
    }

    @Test
    void the_newest_few_are_kept() throws IOException {
        var disk = new FaultyDisk(1);
        var rules = new RulesOnDisk(disk, FOLDER);
        for (int number = 0; number < RulesOnDisk.KEPT + 5; number++) {
            rules.keep("set-" + number, OLD);
        }
        rules.keep("set-7", NEW);

        assertThat(rules.find("set-4")).isEmpty();
        assertThat(rules.find("set-5")).contains(OLD);
        assertThat(rules.find("set-7")).contains(NEW);
        assertThat(disk.list(FOLDER)).hasSize(RulesOnDisk.KEPT + 1);
        assertThat(disk.openHandles()).isZero();
    }

    @Test
    void whatever_becomes_of_the_disk_the_old_or_the_new_is_found_or_nothing() {
        for (int operation = 0; operation < 12; operation++) {
            for (var fault : Fault.values()) {
                var disk = disk(operation);
                disk.failAt(disk.operations() + operation, fault);
                var after = replaced(disk) ? disk : disk.afterPowerCut();

                var found = new RulesOnDisk(after, FOLDER).find("aa");

                assertThat(found.isEmpty() || found.get().length == OLD.length || found.get().length == NEW.length)
                        .isTrue();
                found.ifPresent(it -> assertThat(it).isEqualTo(it.length == OLD.length ? OLD : NEW));
            }
        }
    }

    private static FaultyDisk disk(long seed) {
        var disk = new FaultyDisk(seed);
        new RulesOnDisk(disk, FOLDER).keep("aa", OLD);
        return disk;
    }

    private static boolean replaced(FaultyDisk disk) {
        try {
            new RulesOnDisk(disk, FOLDER).keep("aa", NEW);
            return true;
        } catch (PowerCut dark) {
            return false;
        }
    }
}
