package dev.storetwin.testing;

import dev.storetwin.Twin;
import dev.storetwin.core.StoreTwinBuilder;
import dev.storetwin.decision.Decision;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.proposal.Action;
import dev.storetwin.state.Acceptance;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A twin under test, with a clock that only the test moves.
 *
 * <pre>{@code
 * TwinFixture.of(StoreTwin.builder().guardrails(rules))
 *         .given(mugOnSale, mugCounted, orders)
 *         .when(twin -> twin.pricing().recommend(MUG, WEB))
 *         .expectStatus(ADVISED)
 *         .expectHit("margin floor");
 * }</pre>
 *
 * <p>It needs no test framework: what does not hold is an {@link AssertionError}.
 */
public final class TwinFixture implements AutoCloseable {

    private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

    private final Twin twin;
    private final Clock clock;
    private final Consumer<Instant> move;

    private TwinFixture(Twin twin, Clock clock, Consumer<Instant> move) {
        this.twin = twin;
        this.clock = clock;
        this.move = move;
    }

    /** A twin of these options. The fixture gives it the clock. */
    public static TwinFixture of(StoreTwinBuilder options) {
        return of(clock -> options.clock(clock).build());
    }

    /** A twin that somebody else builds, with the fixture's clock. */
    public static TwinFixture of(Function<Clock, Twin> builder) {
        var clock = SettableClock.at(BEGINNING);
        return new TwinFixture(builder.apply(clock), clock, clock::set);
    }

    /**
     * A twin that acts on a shop and shares its clock. What has happened in the shop so far is given; when time moves, the shop lives on
     * and its twin hears of it.
     */
    public static TwinFixture of(StoreTwinBuilder options, FakeShop shop) {
        var twin = options.clock(shop.clock()).writer(shop).build();
        var fixture = new TwinFixture(twin, shop.clock(), moment -> twin.load(shop.advanceTo(moment).drain().stream()));
        return fixture.given(shop.drain());
    }

    /** These events happened. Time moves on to the last of them. */
    public TwinFixture given(TwinEvent... events) {
        return given(Arrays.asList(events));
    }

    /** These events happened, in whatever order they are told. One that the twin cannot use fails the test. */
    public TwinFixture given(Collection<? extends TwinEvent> events) {
        events.stream()
                .map(it -> it.header().occurredAt())
                .filter(clock.instant()::isBefore)
                .max(Instant::compareTo)
                .ifPresent(move);
        events.forEach(this::accept);
        return this;
    }

    private void accept(TwinEvent event) {
        if (twin.accept(event) instanceof Acceptance.Quarantined refused) {
            throw new AssertionError("The twin cannot use what was given: %s\n%s".formatted(refused.reason(), event));
        }
    }

    /** Months of history at once. Time moves on to the last event. */
    public TwinFixture givenHistory(SyntheticShop shop) {
        if (clock.instant().isBefore(shop.end())) {
            at(shop.end());
        }
        var report = twin.load(shop.events());
        if (!report.quarantined().isEmpty()) {
            throw new AssertionError("The twin cannot use parts of the history: " + report.reasons());
        }
        return this;
    }

    /** It is now this moment. */
    public TwinFixture at(Instant moment) {
        move.accept(moment);
        return this;
    }

    /** So much time goes by. */
    public TwinFixture after(Duration span) {
        return at(clock.instant().plus(span));
    }

    /** Asks the twin. */
    public <A extends Action> DecisionExpectation<A> when(Function<Twin, Decision<A>> question) {
        return new DecisionExpectation<>(this, question.apply(twin));
    }

    /** Does something else to the twin, such as stopping it. */
    public TwinFixture doing(Consumer<Twin> step) {
        step.accept(twin);
        return this;
    }

    public Twin twin() {
        return twin;
    }

    public Clock clock() {
        return clock;
    }

    @Override
    public void close() {
        twin.close();
    }
}
