package dev.storetwin.core.thread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenedTest {

    private final Opened opened = new Opened();
    private final List<String> closed = new ArrayList<>();

    private void open(String part) {
        opened.add(() -> closed.add(part));
    }

    @Test
    void closes_in_reverse_order_whatever_fails_on_the_way() {
        open("journal");
        opened.add(() -> {
            throw new NoClassDefFoundError("gone");
        });
        open("queue");
        opened.add(() -> {
            throw new IllegalStateException("stuck");
        });

        opened.close();

        assertThat(closed).containsExactly("queue", "journal");
    }

    @Test
    void closes_once_also_when_a_part_that_is_being_closed_closes_the_whole() {
        open("journal");
        opened.add(opened::close);

        opened.close();
        opened.close();

        assertThat(closed).containsExactly("journal");
    }
}
