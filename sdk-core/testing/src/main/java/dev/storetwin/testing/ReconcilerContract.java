package dev.storetwin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storetwin.core.state.KnownThing;
import dev.storetwin.core.state.ShopState;
import dev.storetwin.event.Entity;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.state.Acceptance;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What every reconciler keeps, whatever the platform: its lists have an end, say the same when they are read again, tell the facts of the
 * platform's webhooks, name what they sweep, and it throws for no question. An adapter's test extends it and brings a platform at rest, with more
 * than one page in at least one list; JUnit and AssertJ are the adapter's own test dependencies.
 */
public abstract class ReconcilerContract {

    private static final int MOST_PAGES = 10_000;

    /** A platform at rest. */
    protected abstract Reconciler reconciler();

    /** What the platform's webhooks have told of all that it holds, each of them. */
    protected abstract List<? extends TwinEvent> webhooks();

    /** A moment after the last change, by the platform's clock. */
    protected abstract Instant now();

    /** All pages of a list. */
    private static List<Pulled.Page> read(Reconciler reconciler, Pull first) {
        var pages = new ArrayList<Pulled.Page>();
        var cursors = new HashSet<String>();
        for (var next = Optional.of(first); next.isPresent(); ) {
            var answer = reconciler.pull(next.orElseThrow());
            assertThat(answer).as("%s", next).isInstanceOf(Pulled.Page.class);
            var page = (Pulled.Page) answer;
            pages.add(page);
            assertThat(pages).as("pages of %s", first).hasSizeLessThan(MOST_PAGES);
            page.next().ifPresent(it -> assertThat(cursors.add(it))
                    .as("cursor %s again", it)
                    .isTrue());
            next = page.next().map(first::from);
        }
        return pages;
    }

    private static List<TwinEvent> events(List<Pulled.Page> pages) {
        return pages.stream().flatMap(it -> it.events().stream()).toList();
    }

    private static List<TwinEvent> everything(Reconciler reconciler, Listing listing) {
        return events(read(reconciler, Pull.everything(listing.kind())));
    }

    private static ShopState empty() {
        return ShopState.empty(ZoneOffset.UTC, Currency.getInstance("EUR"));
    }

    @Test
    public void has_a_list_of_more_than_one_page() {
        var reconciler = reconciler();

        assertThat(reconciler.listings()).extracting(Listing::kind).isNotEmpty().doesNotHaveDuplicates();
        assertThat(reconciler.listings()).anySatisfy(it -> assertThat(read(reconciler, Pull.everything(it.kind())))
                .hasSizeGreaterThan(1));
    }

    @Test
    public void says_the_same_when_a_list_is_read_again() {
        var reconciler = reconciler();

        assertThat(reconciler.listings())
                .allSatisfy(it -> assertThat(everything(reconciler, it)).isEqualTo(everything(reconciler, it)));
    }

    @Test
    public void gives_each_event_an_id_of_its_own_and_the_source_of_the_platform() {
        var reconciler = reconciler();
        var keys = reconciler.listings().stream()
                .flatMap(it -> everything(reconciler, it).stream())
                .map(it -> it.header().key())
                .toList();

        assertThat(keys).doesNotHaveDuplicates().allSatisfy(it -> assertThat(it.source())
                .isEqualTo(reconciler.source()));
    }

    @Test
    public void tells_nothing_that_webhooks_have_not_told() {
        var reconciler = reconciler();
        var told = empty().after(webhooks()).state();

        for (var listing : reconciler.listings()) {
            var listed = everything(reconciler, listing);
            var answers = told.after(listed).answers();
            for (int i = 0; i < listed.size(); i++) {
                assertThat(answers.get(i))
                        .as("%s", listed.get(i).header())
                        .isInstanceOfAny(Acceptance.Duplicate.class, Acceptance.Stale.class);
            }
        }
    }

    @Test
    public void names_everything_of_what_it_sweeps() {
        var reconciler = reconciler();
        var told = empty().after(webhooks()).state();

        for (var listing : reconciler.listings()) {
            var named = new HashSet<Entity>();
            read(reconciler, Pull.everything(listing.kind())).forEach(it -> named.addAll(it.present()));
            for (var kind : listing.swept()) {
                var there = told.things(kind, reconciler.source()).stream()
                        .filter(KnownThing::isThere)
                        .map(KnownThing::entity);
                assertThat(named).containsAll(there.toList());
            }
        }
    }

    @Test
    public void lists_what_changed_since_a_moment() {
        var reconciler = reconciler();
        reconciler.listings().stream().filter(Listing::changes).forEach(listing -> {
            var since = Pull.changes(listing.kind(), Instant.EPOCH);
            assertThat(events(read(reconciler, since))).containsAll(everything(reconciler, listing));
            var later = Pull.changes(listing.kind(), now().plusSeconds(86_400));
            assertThat(events(read(reconciler, later))).isEmpty();
        });
    }

    @Test
    public void answers_a_cursor_that_it_never_gave() {
        var reconciler = reconciler();

        assertThat(Stream.of("", "no cursor", "-1", "\u0000", "9".repeat(500)))
                .allSatisfy(cursor -> assertThat(reconciler.pull(
                                Pull.everything(reconciler.listings().get(0).kind())
                                        .from(cursor)))
                        .isInstanceOfAny(Pulled.CursorLost.class, Pulled.Failed.class));
    }

    @Test
    public void says_what_it_cannot_list() {
        var reconciler = reconciler();
        var known = Set.copyOf(reconciler.listings().stream().map(Listing::kind).toList());

        Arrays.stream(ResourceKind.values()).filter(it -> !known.contains(it)).forEach(it -> assertThat(
                        reconciler.pull(Pull.everything(it)))
                .isInstanceOfSatisfying(Pulled.Failed.class, failed -> assertThat(failed.retryable())
                        .isFalse()));
    }
}
