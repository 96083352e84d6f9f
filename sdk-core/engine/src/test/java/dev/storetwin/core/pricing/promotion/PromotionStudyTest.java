package dev.storetwin.core.pricing.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PromotionStudyTest {

    private static final String[] PROMOTED = {"tea", "milk", "oats", "soap", "salt", "rice", "corn"};

    /** Each of seven things is promoted four times: 150 more, 40 less in the two weeks after, 20 less of its substitute, 30 more of its cups. */
    private static WeeklyShop shop(double noise) {
        var shop = WeeklyShop.of(noise);
        for (var name : PROMOTED) {
            shop.sells(name, name).sells(name + "-other", name).sells(name + "-cups", "cups of " + name);
        }
        for (int i = 0; i < PROMOTED.length; i++) {
            for (int week = 10 + i; week < 100; week += 22) {
                shop.promoted(PROMOTED[i], week, week + 1)
                        .more(PROMOTED[i], week, 150)
                        .more(PROMOTED[i], week + 1, -25)
                        .more(PROMOTED[i], week + 2, -15)
                        .more(PROMOTED[i] + "-other", week, -20)
                        .more(PROMOTED[i] + "-cups", week, 30);
            }
        }
        return shop;
    }

    private static Relations cups() {
        var companions = new TreeMap<String, SortedSet<String>>();
        for (var name : PROMOTED) {
            companions.put(name, new TreeSet<>(java.util.Set.of(name + "-cups")));
        }
        return new Relations(new TreeMap<>(), companions);
    }

    private static Decomposition tea(double noise) {
        return PromotionStudy.of(shop(noise).panel(), cups()).effect("tea", new Span(32, 33));
    }

    @Test
    void finds_exactly_what_was_moved_where_nothing_else_moves() {
        var effect = tea(1e-6);

        assertThat(effect.lift().orElseThrow().mean()).isCloseTo(150, within(.5));
        assertThat(effect.pulled().orElseThrow().mean()).isCloseTo(40, within(.5));
        assertThat(effect.cannibalised().orElseThrow().mean()).isCloseTo(20, within(.5));
        assertThat(effect.halo().orElseThrow().mean()).isCloseTo(30, within(.5));
        assertThat(effect.sum(1, 1, 1, 0).orElseThrow().mean()).isCloseTo(150 - 40 - 20 + 30, within(1.0));
        assertThat(effect.reasons()).isEmpty();
    }

    @Test
    void the_bounds_hold_what_was_moved_where_sales_scatter() {
        var effect = tea(.1);

        assertThat(effect.lift())
                .hasValueSatisfying(it -> assertThat(it.contains(150)).isTrue());
        assertThat(effect.pulled())
                .hasValueSatisfying(it -> assertThat(it.contains(40)).isTrue());
        assertThat(effect.cannibalised())
                .hasValueSatisfying(it -> assertThat(it.contains(20)).isTrue());
        assertThat(effect.halo())
                .hasValueSatisfying(it -> assertThat(it.contains(30)).isTrue());
        assertThat(effect.lift().orElseThrow().lower()).isPositive();
    }

    @Test
    void other_promotions_make_a_small_side_effect_clearer() {
        var alone = WeeklyShop.of(.1).sells("tea", "tea").sells("tea-other", "tea");
        for (var other : new String[] {"a", "b", "c"}) {
            alone.sells(other, other);
        }
        alone.promoted("tea", 32, 33).more("tea", 32, 150).more("tea-other", 32, -20);

        var narrow = tea(.1).cannibalised().orElseThrow();
        var wide = alone.effect("tea", 32, 33).cannibalised().orElseThrow();

        assertThat(narrow.upper() - narrow.lower()).isLessThan(.7 * (wide.upper() - wide.lower()));
    }

    @Test
    void others_that_moved_are_told_from_those_that_did_not() {
        var shop = shop(.05).sells("tea-idle", "tea");

        var effect = PromotionStudy.of(shop.panel(), cups()).effect("tea", new Span(32, 33));

        assertThat(effect.neighbours().stream().map(Neighbour::name)).containsExactly("tea-other", "tea-cups");
        assertThat(effect.neighbours().get(0).units()).isNegative();
        assertThat(effect.neighbours().get(1).units()).isPositive();
    }

    @Test
    void of_dates_at_which_nothing_was_done_few_look_like_a_promotion() {
        int alarms = 0;
        int dates = 0;
        for (int seed = 0; seed < 30; seed++) {
            for (int week = 20; week < 90; week += 17) {
                var shop = WeeklyShop.of(.3, seed);
                for (var name : new String[] {"tea", "a", "b", "c", "d"}) {
                    shop.sells(name, name);
                }
                var lift = shop.promoted("tea", week, week + 2)
                        .effect("tea", week, week + 2)
                        .lift();
                alarms += lift.map(it -> it.contains(0) ? 0 : 1).orElseThrow();
                dates++;
            }
        }

        // 150 dates; 5 % are 7.5, and 15 or more happen by chance once in a hundred times.
        assertThat(dates).isEqualTo(150);
        assertThat(alarms).isLessThan(15);
    }

    @Test
    void twice_the_units_are_twice_the_effect() {
        var once = PromotionStudy.of(shop(.2).panel(), cups()).effect("tea", new Span(32, 33));
        var twice = PromotionStudy.of(shop(.2).panel(4, ""), cups()).effect("tea", new Span(32, 33));

        assertThat(twice.lift().orElseThrow().mean())
                .isCloseTo(4 * once.lift().orElseThrow().mean(), within(1e-6));
        assertThat(twice.lift().orElseThrow().upper())
                .isCloseTo(4 * once.lift().orElseThrow().upper(), within(1e-6));
    }

    @Test
    void names_mean_nothing() {
        var named = WeeklyShop.of(.2)
                .sells("tea", "x")
                .sells("other", "x")
                .sells("third", "y")
                .promoted("tea", 32, 33);

        var before = PromotionStudy.of(named.panel(), Relations.NONE).effect("tea", new Span(32, 33));
        var after = PromotionStudy.of(named.panel(1, "zz-"), Relations.NONE).effect("zz-tea", new Span(32, 33));

        assertThat(after.lift()).isEqualTo(before.lift());
        assertThat(after.pulled()).isEqualTo(before.pulled());
        assertThat(after.cannibalised()).isEqualTo(before.cannibalised());
    }

    @Test
    void the_same_question_has_the_same_answer_to_the_last_bit() {
        assertThat(tea(.2).sum(1, 2, 3, 4)).isEqualTo(tea(.2).sum(1, 2, 3, 4));
        assertThat(tea(.2).neighbours()).isEqualTo(tea(.2).neighbours());
    }

    @Test
    void a_promotion_that_sold_out_says_so_instead_of_a_lift() {
        var effect = shop(.1).out("tea", 32).effect("tea", 32, 33);

        assertThat(effect.lift()).isEmpty();
        assertThat(effect.reasons())
                .containsExactly("it ran out during the promotion: what more would have been sold is not known");
    }

    @Test
    void two_promotions_at_once_cannot_be_told_apart() {
        var effect = shop(.1).promoted("tea", 31, 34).effect("tea", 32, 33);

        assertThat(effect.lift()).isEmpty();
        assertThat(effect.reasons()).containsExactly("several promotions at once");
    }

    @Test
    void a_promotion_that_is_hardly_ever_off_has_nothing_to_compare_with() {
        var shop = WeeklyShop.of(.1).sells("tea", "tea").promoted("tea", 0, 52).promoted("tea", 56, 104);

        assertThat(shop.effect("tea", 56, 104).reasons())
                .containsExactly("too few weeks without promotion to compare with");
    }

    @Test
    void a_promotion_that_was_never_off_says_so() {
        var shop = WeeklyShop.of(.1).sells("tea", "tea").promoted("tea", 0, 104);

        assertThat(shop.effect("tea", 0, 104).reasons())
                .containsExactly("it was never on offer without a promotion, or never sold then");
    }

    @Test
    void a_promotion_that_still_runs_is_not_judged() {
        var shop = shop(.1).promoted("tea", 102, 106);

        assertThat(shop.effect("tea", 102, 106).reasons())
                .containsExactly("it is not over, or began before the history");
    }

    @Test
    void what_came_after_is_not_known_while_it_has_not_come() {
        var effect = shop(.1).promoted("tea", 103, 104).effect("tea", 103, 104);

        assertThat(effect.lift()).isPresent();
        assertThat(effect.pulled()).isEmpty();
        assertThat(effect.reasons()).anyMatch(it -> it.startsWith("pull-forward: "));
    }

    @Test
    void without_companions_there_is_no_halo_and_it_says_why() {
        var effect = shop(.1).effect("tea", 32, 33);

        assertThat(effect.halo()).isEmpty();
        assertThat(effect.reasons()).containsExactly("halo: nothing is known to be bought with it");
    }

    @Test
    void a_name_that_nobody_knows_has_no_effect() {
        assertThat(shop(.1).effect("gin", 32, 33).lift()).isEqualTo(Optional.empty());
    }
}
