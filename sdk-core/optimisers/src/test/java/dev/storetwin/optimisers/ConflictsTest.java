package dev.storetwin.optimisers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.storetwin.core.solver.ConflictAnswer;
import dev.storetwin.core.solver.Conflicts;
import dev.storetwin.core.solver.LinearAnswer;
import dev.storetwin.core.solver.LinearProgram;
import dev.storetwin.core.solver.SolverLimits;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ConflictsTest {

    private static final double HIGH = Double.POSITIVE_INFINITY;

    private final OjAlgoOptimiser optimiser = new OjAlgoOptimiser();
    private final Conflicts conflicts = new Conflicts(optimiser, SolverLimits.DEFAULT);

    @Test
    void names_the_wishes_that_cannot_hold_together_and_leaves_out_those_that_have_no_part() {
        var answer = conflicts.explain(shop(), Set.of("budget", "space", "service of hats", "service of gloves"));

        assertThat(answer).isInstanceOfSatisfying(ConflictAnswer.Clash.class, it -> {
            assertThat(it.together()).containsExactly("budget", "service of hats", "service of gloves");
            assertThat(it.easings()).singleElement().satisfies(easing -> {
                assertThat(easing.wish()).isEqualTo("budget");
                assertThat(easing.by()).isCloseTo(50, within(1e-6));
            });
            assertThat(it.reason()).contains("budget, service of hats and service of gloves cannot hold together");
        });
    }

    @Test
    void a_wish_that_is_none_is_a_fact() {
        assertThat(conflicts.explain(shop(), Set.of("service of hats")))
                .isInstanceOfSatisfying(ConflictAnswer.Clash.class, it -> assertThat(it.easings())
                        .containsExactly(new ConflictAnswer.Easing("service of hats", 5)));
        assertThat(conflicts.explain(shop(), Set.of("space"))).isInstanceOf(ConflictAnswer.Unclear.class);
    }

    /** Ten hats at 10 and twenty gloves at 5 cost 200; there are 150. */
    private static LinearProgram shop() {
        var program = LinearProgram.minimise();
        int hats = program.integer("hats", 0, HIGH, 10);
        int gloves = program.integer("gloves", 0, HIGH, 5);
        program.sum("budget").plus(10, hats).plus(5, gloves).atMost(150);
        program.sum("space").plus(hats).plus(gloves).atMost(40);
        program.sum("service of hats").plus(hats).atLeast(10);
        program.sum("service of gloves").plus(gloves).atLeast(20);
        return program.build();
    }

    @Test
    void wishes_that_can_hold_are_not_complained_of() {
        var program = LinearProgram.minimise();
        int x = program.variable("x", 0, 10, 1);
        program.sum("little").plus(x).atMost(3);

        assertThat(conflicts.explain(program.build(), Set.of("little"))).isInstanceOf(ConflictAnswer.AllHold.class);
    }

    @Property(tries = 60)
    void the_clash_needs_each_of_its_wishes_and_no_fewer_easings_would_do(@ForAll long seed) {
        var program = random(new SplittableRandom(seed));
        var wishes = names(program);

        var answer = conflicts.explain(program, wishes);

        if (answer instanceof ConflictAnswer.Clash clash) {
            assertThat(holds(program, clash.together())).isFalse();
            for (var one : clash.together()) {
                assertThat(holds(program, without(clash.together(), Set.of(one))))
                        .isTrue();
            }
            var eased =
                    clash.easings().stream().map(ConflictAnswer.Easing::wish).toList();
            assertThat(holds(program, without(wishes, eased))).isTrue();
            assertThat(eased.size()).isEqualTo(fewest(program, List.copyOf(wishes)));
            assertThat(clash.easings()).allMatch(easing -> easing.by() > 0);
        } else {
            assertThat(answer).isInstanceOf(ConflictAnswer.AllHold.class);
            assertThat(holds(program, wishes)).isTrue();
        }
    }

    private static LinearProgram random(SplittableRandom chance) {
        var program = LinearProgram.minimise();
        for (int i = 0; i < 3; i++) {
            program.variable("x" + i, -20, 20, 1);
        }
        for (int k = 0; k < 6; k++) {
            var sum = program.sum("wish " + k);
            for (int i = 0; i < 3; i++) {
                sum.plus(chance.nextInt(7) - 3, i);
            }
            int limit = chance.nextInt(30) - 15;
            if (chance.nextBoolean()) {
                sum.atMost(limit);
            } else {
                sum.atLeast(limit);
            }
        }
        return program.build();
    }

    private static Set<String> names(LinearProgram program) {
        var names = new TreeSet<String>();
        program.constraints().forEach(it -> names.add(it.name()));
        return names;
    }

    private int fewest(LinearProgram program, List<String> wishes) {
        return IntStream.range(0, 1 << wishes.size())
                .filter(mask -> holds(program, chosen(wishes, mask)))
                .map(mask -> wishes.size() - Integer.bitCount(mask))
                .min()
                .orElseThrow();
    }

    private static List<String> chosen(List<String> wishes, int mask) {
        var chosen = new ArrayList<String>();
        for (int i = 0; i < wishes.size(); i++) {
            if ((mask >> i & 1) == 1) {
                chosen.add(wishes.get(i));
            }
        }
        return chosen;
    }

    private static List<String> without(Collection<String> wishes, Collection<String> given) {
        return wishes.stream().filter(it -> !given.contains(it)).toList();
    }

    private boolean holds(LinearProgram program, Collection<String> wishes) {
        var kept = program.constraints().stream()
                .filter(it -> wishes.contains(it.name()))
                .toList();
        return optimiser.solve(program.withConstraints(kept), SolverLimits.DEFAULT) instanceof LinearAnswer.Optimal;
    }
}
