package dev.storetwin.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HierarchyTest {

    private final Hierarchy crossed = Hierarchy.builder("category", "channel")
            .add("tea@web", "drinks", "web")
            .add("tea@shop", "drinks", "shop")
            .add("rye@shop", "food", "shop")
            .build();

    @Test
    void adds_series_up_to_groups_and_total() {
        assertThat(crossed.levels()).containsExactly("total", "category", "channel", "series");
        assertThat(crossed.nodes())
                .extracting(Hierarchy.Node::key)
                .containsExactly("total", "drinks", "food", "web", "shop", "tea@web", "tea@shop", "rye@shop");
        assertThat(crossed.sums(1, 2, 4)).containsExactly(7, 3, 4, 1, 6, 1, 2, 4);
        assertThat(crossed.nodesOf(2)).containsExactly(3, 4, 4);
        assertThat(crossed.positionOf("rye@shop")).isEqualTo(2);
        assertThat(crossed).hasToString("3 series under 5 sums in 4 levels");
    }

    @Test
    void branches_may_be_of_unequal_depth() {
        var ragged = Hierarchy.builder("category", "brand")
                .add("tea", "drinks", "leaf")
                .add("gift card")
                .add("rye", "food")
                .build();

        assertThat(ragged.sums(1, 2, 4)).containsExactly(7, 1, 4, 1, 1, 2, 4);
        assertThat(ragged.nodesOf(2)).containsExactly(3, -1, -1);
    }

    @Test
    void what_it_says_cannot_be_changed() {
        crossed.nodesOf(1)[0] = 99;

        assertThat(crossed.nodesOf(1)[0]).isEqualTo(1);
        assertThat(Hierarchy.builder("k").add("a", "x").build())
                .isEqualTo(Hierarchy.builder("k").add("a", "x").build())
                .isNotEqualTo(Hierarchy.builder("k").add("a", "y").build());
    }

    @Test
    void mistakes_are_named() {
        assertThatThrownBy(() -> crossed.positionOf("milk")).hasMessageContaining("milk is not in the hierarchy");
        assertThatThrownBy(() -> Hierarchy.builder("k").add("a", "x").add("a", "y"))
                .hasMessageContaining("a is in the hierarchy twice");
        assertThatThrownBy(() -> Hierarchy.builder("k").add("a", " ")).hasMessageContaining("empty key in level k");
        assertThatThrownBy(() -> Hierarchy.builder("k").add("a", "x", "y")).hasMessageContaining("2 keys for 1 levels");
        assertThatThrownBy(() -> Hierarchy.builder("k").add("")).hasMessageContaining("needs a name");
        assertThatThrownBy(() -> Hierarchy.builder("k", "total")).hasMessageContaining("different names");
        assertThatThrownBy(() -> Hierarchy.builder("k").build()).hasMessageContaining("at least one series");
        assertThatThrownBy(() -> crossed.sums(1, 2)).hasMessageContaining("one for each of 3 series");
    }
}
