package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.core.binary.Fingerprint;
import dev.storetwin.core.binary.PersonalForm;
import dev.storetwin.core.binary.RecordCodec;
import dev.storetwin.event.PromotionScheduled;
import java.lang.invoke.MethodHandles;

/**
 * One number for all that a state holds, documents and ledgers alike: two states that came about in different ways are the same when their
 * roots are. It walks through the whole state.
 *
 * <p>Not in it is what depends on the way events came: when we heard of them, and which keys were seen last. Personal values are in it as they
 * lie, sealed, so that forgetting a person does not change it.
 *
 * <p>How it works: fingerprints of the single things are added up, each in 128 bits, so that the order in which tables are walked through
 * cannot matter.
 */
public final class StateRoot {

    private static final RecordCodec<LedgerEntry> ENTRIES = RecordCodec.of(LedgerEntry.class, MethodHandles.lookup());

    private long high;
    private long low;

    private StateRoot() {}

    public static Fingerprint of(ShopState state) {
        var root = new StateRoot();
        var roots = state.roots();
        root.add(new ByteWriter()
                .writeString(state.zone().getId())
                .writeString(state.currency().getCurrencyCode()));
        root.add(new ByteWriter()
                .writeVarint(roots.revision())
                .writeVarint(roots.totals().orders()));
        roots.documents().forEach(it -> root.add(Document.of(it, roots.codec()).fingerprint()));
        roots.skus().forEach(root::add);
        for (int slice = 0; slice < Table.SLICES; slice++) {
            roots.book().forEachIn(slice, root::add);
        }
        return Fingerprint.of(
                new ByteWriter().writeLong(root.high).writeLong(root.low).toByteArray());
    }

    private void add(Fingerprint thing) {
        low += thing.low();
        high += thing.high() + (Long.compareUnsigned(low, thing.low()) < 0 ? 1 : 0);
    }

    private void add(ByteWriter thing) {
        add(Fingerprint.of(thing.toByteArray()));
    }

    /** Entry by entry, as documents made them; days as sums. */
    private void add(SkuBook book) {
        var sku = book.sku();
        book.sales().forEach((channel, days) -> add("sales", sku + "@" + channel, days));
        book.traffic().forEach((channel, days) -> add("traffic", sku + "@" + channel, days));
        book.stock().forEach((node, account) -> account.entries()
                .forEach(it -> add(new LedgerEntry.Stock(sku, node, it), 1)));
        book.stock().forEach((node, account) -> account.routings().forEach(it -> add(it.of(sku, node), 1)));
        book.prices().forEach((channel, account) -> account.entries()
                .forEach(it -> add(new LedgerEntry.Priced(sku, channel, it), 1)));
        book.amendments().forEach((channel, account) -> account.all()
                .forEach(it -> add(new LedgerEntry.Amended(sku, channel, it), 1)));
        book.arrivals().forEach(it -> add(it, 1));
        book.past().stock().forEach((node, account) -> account.all().forEach(it -> add(it.of(sku, node), 1)));
        book.past().others().forEach(it -> add(it, 1));
    }

    private void add(String what, String about, DailyAccount account) {
        long first = account.firstDay();
        var sums = new DailyAccount.Sums(Math.toIntExact(account.lastDay() - first + 1));
        account.addTo(sums, first);
        for (int i = 0; i < sums.days(); i++) {
            if ((sums.first[i] | sums.second[i] | sums.third[i]) != 0) {
                add(new ByteWriter()
                        .writeString(what)
                        .writeString(about)
                        .writeZigzag(first + i)
                        .writeZigzag(sums.first[i])
                        .writeZigzag(sums.second[i])
                        .writeZigzag(sums.third[i]));
            }
        }
    }

    private void add(Page page) {
        page.forEach(this::add);
    }

    private void add(LedgerEntry entry, int count) {
        var out = new ByteWriter();
        ENTRIES.write(whenever(entry), out, PersonalForm.PLAIN);
        add(out.writeVarint(count));
    }

    /** An entry without the moment when we heard of it. */
    private static LedgerEntry whenever(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.Past past) {
            return new LedgerEntry.Past(whenever(past.entry()), past.from(), past.until(), past.times());
        }
        if (!(entry instanceof LedgerEntry.Campaign campaign)) {
            return entry;
        }
        var told = campaign.promotion();
        var header = told.header().withReceivedAt(told.header().occurredAt());
        return new LedgerEntry.Campaign(new PromotionScheduled(
                header,
                told.promotion(),
                told.name(),
                told.skus(),
                told.channels(),
                told.from(),
                told.until(),
                told.discount()));
    }
}
