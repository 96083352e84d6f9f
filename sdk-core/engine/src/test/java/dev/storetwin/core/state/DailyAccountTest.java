package dev.storetwin.core.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A daily account adds up what is put in, whatever the order, and forgets what is taken back. */
class DailyAccountTest {

    private record Change(long day, long first, long second, long third) {

        Change negated() {
            return new Change(day, -first, -second, -third);
        }
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        var numbers = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 9).map(it -> it * 1_000),
                Arbitraries.longs().between(-50_000, 3_000_000));
        return Combinators.combine(Arbitraries.longs().between(-300, 700), numbers, numbers, numbers)
                .as(Change::new)
                .list()
                .ofMaxSize(60);
    }

    private static DailyAccount with(DailyAccount account, List<Change> changes) {
        var editor = new DailyAccount.Editor(account);
        changes.forEach(it -> editor.add(it.day(), it.first(), it.second(), it.third()));
        return editor.done(new DailyAccount.Bench());
    }

    private static List<List<Long>> days(DailyAccount account, long start, int days) {
        var sums = new DailyAccount.Sums(days);
        account.addTo(sums, start);
        var all = new ArrayList<List<Long>>();
        for (int i = 0; i < days; i++) {
            all.add(List.of(sums.first[i], sums.second[i], sums.third[i]));
        }
        return all;
    }

    @Property
    void sums_are_what_was_put_in(
            @ForAll("changes") List<Change> changes, @ForAll("changes") List<Change> more, @ForAll Random chance) {
        var expected = new TreeMap<Long, List<Long>>();
        for (var list : List.of(changes, more)) {
            list.forEach(it -> expected.merge(
                    it.day(),
                    List.of(it.first(), it.second(), it.third()),
                    (a, b) -> List.of(a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2))));
        }
        var zero = List.of(0L, 0L, 0L);
        expected.values().removeIf(zero::equals);

        var account = with(with(DailyAccount.EMPTY, changes), more);

        long start = chance.nextInt(1_200) - 400;
        int days = chance.nextInt(500);
        var found = days(account, start, days);
        for (int i = 0; i < days; i++) {
            assertThat(found.get(i)).isEqualTo(expected.getOrDefault(start + i, zero));
        }
        assertThat(account.isEmpty()).isEqualTo(expected.isEmpty());
        if (!expected.isEmpty()) {
            assertThat(account.firstDay()).isEqualTo(expected.firstKey());
            assertThat(account.lastDay()).isEqualTo(expected.lastKey());
        }
    }

    @Property
    void order_does_not_matter_to_the_byte(
            @ForAll("changes") List<Change> changes, @ForAll("changes") List<Change> mistakes, @ForAll Random chance) {
        var all = new ArrayList<>(changes);
        all.addAll(mistakes);
        mistakes.forEach(it -> all.add(it.negated()));
        Collections.shuffle(all, chance);
        int cut = all.isEmpty() ? 0 : chance.nextInt(all.size());

        var plain = with(DailyAccount.EMPTY, changes);
        var rough = with(with(DailyAccount.EMPTY, all.subList(0, cut)), all.subList(cut, all.size()));

        assertThat(rough).usingRecursiveComparison().isEqualTo(plain);
    }

    @Example
    void a_day_that_sells_at_the_price_of_the_day_before_takes_two_bytes() {
        var steady = new ArrayList<Change>();
        for (int day = 0; day < 64; day++) {
            steady.add(new Change(day, 1_000L * (1 + day % 9), 199_900L * (1 + day % 9), 0));
        }

        var account = with(DailyAccount.EMPTY, steady);

        assertThat(account.bytes()).isLessThanOrEqualTo(16 + 64 * 2 + 2);
    }

    @Example
    void what_is_too_large_to_add_up_is_refused() {
        var huge = List.of(new Change(1, Long.MAX_VALUE - 5, 0, 0), new Change(1, 10, 0, 0));

        assertThatThrownBy(() -> with(DailyAccount.EMPTY, huge)).isInstanceOf(ArithmeticException.class);
    }
}
