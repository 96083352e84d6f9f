package dev.storetwin.testing;

import dev.storetwin.event.Entity;
import dev.storetwin.event.EntityKind;
import dev.storetwin.event.TwinEvent;
import dev.storetwin.platform.Listing;
import dev.storetwin.platform.Pull;
import dev.storetwin.platform.Pulled;
import dev.storetwin.platform.Reconciler;
import dev.storetwin.platform.ResourceKind;
import dev.storetwin.testing.ShopRecords.Row;
import dev.storetwin.type.Source;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The lists of a {@link FakeShop}, as its platform's API shows them: in pages, with a rate limit, behind the truth by a while, and now and
 * then not at all. It tells the facts of the webhooks under ids of its own.
 */
public final class ShopLists implements Reconciler {

    private static final String LISTED = "listed:";

    private final ShopRecords records;
    private final Supplier<Instant> now;
    private int pageSize = 20;
    private Duration lag = Duration.ZERO;
    private boolean tellsDeletions;
    private int limitedEvery = Integer.MAX_VALUE;
    private Duration limitedFor = Duration.ZERO;
    private int failsEvery = Integer.MAX_VALUE;
    private int losesCursorEvery = Integer.MAX_VALUE;
    private long questions;

    ShopLists(ShopRecords records, Supplier<Instant> now) {
        this.records = records;
        this.now = now;
    }

    // Troubles on demand.

    /** So many things on a page. */
    public synchronized ShopLists pages(int size) {
        pageSize = size;
        return this;
    }

    /** What changes is seen in the lists so much later, with the updated-at of its change. */
    public synchronized ShopLists lagging(Duration behind) {
        lag = behind;
        return this;
    }

    /** A list of changes also tells what was removed; nothing needs to be swept. */
    public synchronized ShopLists tellingDeletions() {
        tellsDeletions = true;
        return this;
    }

    /** Of so many questions one is answered "later". */
    public synchronized ShopLists limiting(int every, Duration patience) {
        limitedEvery = every;
        limitedFor = patience;
        return this;
    }

    /** Of so many questions one fails. */
    public synchronized ShopLists failing(int every) {
        failsEvery = every;
        return this;
    }

    /** Of so many questions one finds that its cursor is no longer known. */
    public synchronized ShopLists losingCursors(int every) {
        losesCursorEvery = every;
        return this;
    }

    /** From now on all is well again. */
    public synchronized ShopLists healthy() {
        limitedEvery = Integer.MAX_VALUE;
        failsEvery = Integer.MAX_VALUE;
        losesCursorEvery = Integer.MAX_VALUE;
        return this;
    }

    // Answering.

    @Override
    public Source source() {
        return ShopLog.SHOP;
    }

    @Override
    public synchronized List<Listing> listings() {
        return Arrays.stream(ResourceKind.values()).map(this::listing).toList();
    }

    private Listing listing(ResourceKind kind) {
        var listing = Listing.of(kind).withChanges();
        return kind == ResourceKind.PRODUCTS && !tellsDeletions ? listing.sweeping(EntityKind.VARIANT) : listing;
    }

    @Override
    public synchronized Pulled pull(Pull question) {
        questions++;
        if (questions % limitedEvery == 0) {
            return new Pulled.Later(limitedFor, "rate limit");
        }
        if (questions % failsEvery == 0) {
            return new Pulled.Failed("bad gateway", true);
        }
        if (question.cursor().isPresent() && questions % losesCursorEvery == 0) {
            return new Pulled.CursorLost("the cursor is too old");
        }
        return page(question);
    }

    private Pulled page(Pull question) {
        var place = question.cursor().map(Place::parse);
        if (place.filter(Optional::isEmpty).isPresent()) {
            return new Pulled.CursorLost("there is no such cursor");
        }
        var rest = records.rows(question.kind(), now.get().minus(lag)).stream()
                .filter(row -> isAsked(row, question))
                .sorted(Comparator.comparing(row -> Place.of(row, question)))
                .filter(row -> place.flatMap(it -> it)
                        .map(it -> Place.of(row, question).compareTo(it) > 0)
                        .orElse(true))
                .toList();
        var rows = rest.subList(0, Math.min(pageSize, rest.size()));
        var next = rows.size() < rest.size()
                ? Optional.of(Place.of(rows.get(rows.size() - 1), question).toString())
                : Optional.<String>empty();
        return Pulled.Page.of(
                rows.stream()
                        .flatMap(row -> row.facts().stream())
                        .map(ShopLists::listed)
                        .toList(),
                next);
    }

    private boolean isAsked(Row row, Pull question) {
        boolean isShown =
                !row.isRemoved() || (tellsDeletions && question.changedSince().isPresent());
        return isShown
                && question.changedSince()
                        .map(since -> !row.updatedAt().isBefore(since))
                        .orElse(true);
    }

    private static TwinEvent listed(TwinEvent fact) {
        return Headings.underAnotherId(fact, LISTED + fact.header().key().eventId());
    }

    /** Where a row stands: changes by their moment, all things by their name alone, so that no change moves them. */
    private record Place(Instant updatedAt, Entity thing) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparing(Place::updatedAt).thenComparing(Place::thing);

        static Place of(Row row, Pull question) {
            return new Place(question.changedSince().isPresent() ? row.updatedAt() : Instant.EPOCH, row.thing());
        }

        /** Empty for what was never given out. */
        static Optional<Place> parse(String cursor) {
            var parts = cursor.split("\\|", 3);
            try {
                return parts.length == 3
                        ? Optional.of(
                                new Place(Instant.parse(parts[0]), new Entity(EntityKind.valueOf(parts[1]), parts[2])))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException unknown) {
                return Optional.empty();
            }
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return updatedAt + "|" + thing.kind() + "|" + thing.id();
        }
    }
}
