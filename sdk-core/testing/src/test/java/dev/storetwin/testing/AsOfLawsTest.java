package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.EventRetracted;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.state.TwinState;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;

/** A state as of a moment answers as one that never heard of anything later, nor of what was taken back. */
@PropertyDefaults(tries = 300, edgeCases = EdgeCasesMode.NONE)
class AsOfLawsTest {

    /** Answers that are sums of days, or tell what has any. */
    private static final List<String> DAILY = List.of(
            " sales: ", " units: ", " sold in: ", "skus: ", "first day: ", "last day: ", "orders: ", "channels: ");

    @Provide
    Arbitrary<List<TwinEvent>> streams() {
        return Story.correctedStreams();
    }

    @Provide
    Arbitrary<Instant> moments() {
        return Town.minutes()
                .flatMap(minute -> Arbitraries.integers().between(-30, 700).map(it -> Town.at(minute + it)));
    }

    @Provide
    Arbitrary<Instant> dayEnds() {
        return Arbitraries.integers().between(-1, Town.DAYS + 3).map(it -> Town.FIRST_DAY
                .plusDays(it)
                .atStartOfDay(Delivery.empty().zone())
                .toInstant()
                .minusNanos(1));
    }

    private static List<TwinEvent> until(List<TwinEvent> events, Instant moment) {
        var wrong = events.stream()
                .filter(EventRetracted.class::isInstance)
                .map(it -> ((EventRetracted) it).retracted())
                .collect(Collectors.toSet());
        return events.stream()
                .filter(it -> !(it instanceof EventRetracted))
                .filter(it -> !it.header().occurredAt().isAfter(moment))
                .filter(it -> !wrong.contains(it.header().key()))
                .toList();
    }

    private static List<String> dump(TwinState state) {
        return StateDump.of(state, Town.subjects());
    }

    private static List<String> exceptDays(List<String> dump) {
        return dump.stream()
                .filter(line -> DAILY.stream().noneMatch(it -> line.startsWith(it) || line.contains(it)))
                .toList();
    }

    private static void assertAlike(List<String> dump, List<String> expected) {
        assertThat(dump.stream().filter(it -> !expected.contains(it)).toList())
                .isEqualTo(expected.stream().filter(it -> !dump.contains(it)).toList());
        assertThat(dump).hasSameSizeAs(expected);
    }

    @Property
    void as_of_the_end_of_a_day_nothing_later_ever_happened(
            @ForAll("streams") List<TwinEvent> events, @ForAll("dayEnds") Instant moment, @ForAll Random chance) {
        var then = Delivery.rough(events, chance).asOf(moment);

        assertAlike(dump(then), dump(Delivery.plain(until(events, moment))));
    }

    @Property
    void as_of_any_moment_all_but_the_sums_of_days_is_as_if_nothing_later_had_happened(
            @ForAll("streams") List<TwinEvent> events, @ForAll("moments") Instant moment, @ForAll Random chance) {
        var then = Delivery.rough(events, chance).asOf(moment);

        assertAlike(exceptDays(dump(then)), exceptDays(dump(Delivery.plain(until(events, moment)))));
    }

    @Property
    void as_of_the_last_known_moment_a_state_is_itself(
            @ForAll("streams") List<TwinEvent> events, @ForAll Random chance) {
        var state = Delivery.rough(events, chance);
        var last = events.stream()
                .map(it -> it.header().occurredAt())
                .max(Instant::compareTo)
                .orElseThrow();

        assertThat(state.asOf(last)).isSameAs(state);
        assertThat(state.asOf(Instant.MAX)).isSameAs(state);
    }

    @Property
    void as_of_two_moments_is_as_of_the_earlier_one(
            @ForAll("streams") List<TwinEvent> events,
            @ForAll("moments") Instant one,
            @ForAll("moments") Instant other) {
        ShopState state = Delivery.plain(events);
        var earlier = one.isBefore(other) ? one : other;

        assertAlike(dump(state.asOf(one).asOf(other)), dump(state.asOf(earlier)));
        assertThat(state.asOf(one).revision()).isEqualTo(state.revision());
    }
}
