package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import dev.storetwin.type.Money;
import dev.storetwin.type.TaxMode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All prices of one SKU in one channel, in order of time. It never changes. */
final class PriceAccount {

    static final PriceAccount EMPTY = new PriceAccount(EntryLog.EMPTY);

    private static final EntryLog.Form<PriceEntry> FORM = new PriceForm();

    private final EntryLog log;

    private PriceAccount(EntryLog log) {
        this.log = log;
    }

    /** Equal accounts write equal bytes. */
    void writeTo(ByteWriter out) {
        log.writeTo(out);
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    /** Oldest first, with all repetitions. */
    List<PriceEntry> entries() {
        return log.all(FORM);
    }

    Optional<PriceEntry> last() {
        if (log.isEmpty()) {
            return Optional.empty();
        }
        var block = log.block(log.blocks() - 1, FORM);
        return Optional.of(block.get(block.size() - 1));
    }

    /** The account without all that is dated after a moment. */
    PriceAccount upTo(long nanos) {
        var kept = log.upTo(nanos, PriceEntry::nanos, FORM);
        return kept == log ? this : new PriceAccount(kept);
    }

    /** Collects changes of one account. */
    static final class Editor {

        private final PriceAccount before;
        private final EntryLog.Editor<PriceEntry> log;

        Editor(PriceAccount before) {
            this.before = before;
            this.log = new EntryLog.Editor<>(before.log, FORM);
        }

        void add(PriceEntry entry, int sign) {
            log.add(entry, sign);
        }

        PriceAccount done(ByteWriter out) {
            var next = log.done(out);
            return next == before.log ? before : new PriceAccount(next);
        }
    }

    /**
     * A change in bytes: in one byte the unit of the time since the one before, the tax mode, whether there is a crossed-out price, whether
     * the version is that of the moment, and whether currency and digits are those of the price before; then the time, what differs, and the
     * amounts.
     */
    private static final class PriceForm implements EntryLog.Single<PriceEntry> {

        private static final List<TaxMode> TAX_MODES = List.of(TaxMode.values());
        private static final int LONGEST = 18;
        private static final int OWN_VERSION = 1;
        private static final int OWN_MONEY = 2;
        private static final int HAS_COMPARE_AT = 4;

        @Override
        public void write(PriceEntry entry, @Nullable PriceEntry previous, ByteWriter out) {
            long since = entry.nanos() - (previous == null ? 0 : previous.nanos());
            int unit = EpochNanos.unit(since);
            long versions = entry.version() - EpochNanos.version(entry.nanos());
            boolean isAlike = previous != null && isAlike(entry.price(), previous.price());
            int flags = unit << 5 | TAX_MODES.indexOf(entry.taxMode()) << 3;
            flags |= entry.compareAt().isPresent() ? HAS_COMPARE_AT : 0;
            out.writeByte(flags | (isAlike ? 0 : OWN_MONEY) | (versions == 0 ? 0 : OWN_VERSION));
            EpochNanos.write(since, unit, out);
            if (versions != 0) {
                out.writeZigzag(versions);
            }
            writeMoney(entry.price(), isAlike, out);
            entry.compareAt().ifPresent(it -> {
                out.writeBoolean(isAlike(it, entry.price()));
                writeMoney(it, isAlike(it, entry.price()), out);
            });
        }

        private static boolean isAlike(Money money, Money known) {
            return money.amount().scale() == known.amount().scale()
                    && money.amount().precision() <= LONGEST
                    && money.currency().equals(known.currency());
        }

        private static void writeMoney(Money money, boolean isAlike, ByteWriter out) {
            if (isAlike) {
                out.writeZigzag(money.amount().unscaledValue().longValueExact());
            } else {
                out.writeString(money.currency().getCurrencyCode());
                out.writeZigzag(money.amount().scale());
                out.writeBytes(money.amount().unscaledValue().toByteArray());
            }
        }

        @Override
        public PriceEntry read(@Nullable PriceEntry previous, ByteReader in) {
            int flags = in.readByte();
            long nanos = (previous == null ? 0 : previous.nanos()) + EpochNanos.read(flags >> 5 & 3, in);
            long version = EpochNanos.version(nanos) + ((flags & OWN_VERSION) != 0 ? in.readZigzag() : 0);
            var price = previous == null || (flags & OWN_MONEY) != 0 ? ownMoney(in) : alike(previous.price(), in);
            var compareAt = (flags & HAS_COMPARE_AT) == 0
                    ? Optional.<Money>empty()
                    : Optional.of(in.readBoolean() ? alike(price, in) : ownMoney(in));
            return new PriceEntry(nanos, version, price, compareAt, TAX_MODES.get(flags >> 3 & 3));
        }

        private static Money alike(Money known, ByteReader in) {
            return new Money(BigDecimal.valueOf(in.readZigzag(), known.amount().scale()), known.currency());
        }

        private static Money ownMoney(ByteReader in) {
            var currency = Currency.getInstance(in.readString());
            int scale = Math.toIntExact(in.readZigzag());
            return new Money(new BigDecimal(new BigInteger(in.readBytes()), scale), currency);
        }
    }
}
