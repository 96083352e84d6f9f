package dev.storetwin.core.state;

import dev.storetwin.event.Entity;
import dev.storetwin.type.CarrierId;
import dev.storetwin.type.Channel;
import dev.storetwin.type.NodeId;
import dev.storetwin.type.Sku;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What was so at a moment, as known now: without all that happened later, and without what was ever taken back.
 *
 * <p>How it works: a document as of a moment is its earlier events. The book of a SKU is cut at the moment, and of the pages of the book of
 * the shop the later entries are left out; what cannot be told that way lies beside them as past entries. Nothing is worked out before it is
 * asked for, and the books of the last SKUs are kept. Questions about the whole shop walk through all SKUs, once.
 */
final class PastReading implements Reading {

    private final Roots roots;
    private final AsOf then;
    private final Folding folding;
    private final RecentBooks recent = new RecentBooks();
    private final Once<Whole> whole = new Once<>();
    private final Once<List<Sku>> catalog = new Once<>();

    PastReading(Roots roots, AsOf then, Folding folding) {
        this.roots = roots;
        this.then = then;
        this.folding = folding;
    }

    @Override
    public Document document(Entity id) {
        return roots.document(id).asOf(then.moment());
    }

    @Override
    public Optional<SkuBook> sku(Sku sku) {
        return roots.sku(sku)
                .map(it -> recent.get(it, book -> SkuAsOf.of(book, then, folding.words())))
                .filter(it -> !it.isEmpty());
    }

    @Override
    public void forEachTraded(Consumer<Sku> consumer) {
        whole().traded().forEach(consumer);
    }

    @Override
    public <E extends LedgerEntry> Stream<E> read(Class<E> kind, Object about) {
        return roots.book().readAsOf(new Book.Key(kind, about), then.nanos()).entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .map(it -> kind.cast(it.getKey()));
    }

    @Override
    public boolean has(Class<? extends LedgerEntry> kind) {
        return roots.has(kind) || roots.has(LedgerEntry.Past.class);
    }

    @Override
    public int count(Class<? extends LedgerEntry> kind) {
        long count = roots.book().keysOf(kind).stream()
                .filter(it -> read(kind, it.about()).findAny().isPresent())
                .count();
        return Math.toIntExact(count);
    }

    @Override
    public List<Sku> catalog(Supplier<List<Sku>> list) {
        return catalog.get(list);
    }

    @Override
    public long orders() {
        return roots.totals().ordersUntil(then.lastDay());
    }

    @Override
    public OptionalLong firstDay() {
        return whole().firstDay() == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(whole().firstDay());
    }

    @Override
    public OptionalLong lastDay() {
        return whole().lastDay() == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(whole().lastDay());
    }

    @Override
    public Collection<Channel> soldIn() {
        return whole().channels();
    }

    @Override
    public Collection<NodeId> holding() {
        return whole().nodes();
    }

    @Override
    public Stream<CarrierId> carriers() {
        return roots.book().keysOf(LedgerEntry.Due.class).stream()
                .filter(it -> it.about() instanceof DueOn due && due.whom() instanceof CarrierId)
                .filter(it -> read(LedgerEntry.Due.class, it.about()).findAny().isPresent())
                .map(it -> (CarrierId) ((DueOn) it.about()).whom())
                .distinct();
    }

    /** What all SKUs together tell. */
    private record Whole(Set<Sku> traded, long firstDay, long lastDay, Set<Channel> channels, Set<NodeId> nodes) {}

    private Whole whole() {
        return whole.get(this::walk);
    }

    private Whole walk() {
        var traded = new TreeSet<Sku>();
        var channels = new TreeSet<Channel>();
        var nodes = new TreeSet<NodeId>();
        long[] days = {Long.MAX_VALUE, Long.MIN_VALUE};
        roots.skus().forEach(it -> {
            var book = SkuAsOf.of(it, then, folding.words());
            if (book.isTraded()) {
                traded.add(book.sku());
            }
            channels.addAll(book.sales().keys());
            nodes.addAll(book.stock().keys());
            book.sales().things().forEach(account -> {
                days[0] = Math.min(days[0], account.firstDay());
                days[1] = Math.max(days[1], account.lastDay());
            });
        });
        return new Whole(traded, days[0], days[1], channels, nodes);
    }
}
