package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All amendments of the sales of one SKU in one channel, in order of time. It never changes. */
final class Amendments {

    static final Amendments EMPTY = new Amendments(EntryLog.EMPTY);

    private static final EntryLog.Form<Amendment> FORM = new AmendmentForm();

    private final EntryLog log;

    private Amendments(EntryLog log) {
        this.log = log;
    }

    /** Equal accounts write equal bytes. */
    void writeTo(ByteWriter out) {
        log.writeTo(out);
    }

    boolean isEmpty() {
        return log.isEmpty();
    }

    List<Amendment> all() {
        return log.all(FORM);
    }

    /** What changed after a moment, oldest first. */
    void forEachLaterThan(long nanos, Consumer<Amendment> consumer) {
        if (log.isEmpty()) {
            return;
        }
        var after = new Amendment(nanos, Long.MAX_VALUE, Amendment.Amount.ZERO);
        for (int block = log.blockOf(after, FORM); block < log.blocks(); block++) {
            for (var amendment : log.block(block, FORM)) {
                if (amendment.nanos() > nanos) {
                    consumer.accept(amendment);
                }
            }
        }
    }

    /** Collects changes. */
    static final class Editor {

        private final Amendments before;
        private final EntryLog.Editor<Amendment> log;

        Editor(Amendments before) {
            this.before = before;
            this.log = new EntryLog.Editor<>(before.log, FORM);
        }

        void add(Amendment amendment, int sign) {
            log.add(amendment, sign);
        }

        Amendments done(ByteWriter out) {
            var next = log.done(out);
            return next == before.log ? before : new Amendments(next);
        }
    }

    /** The unit of the time since the one before and whether anything came back, in one byte; then time, day, units, revenue and what came back. */
    private static final class AmendmentForm implements EntryLog.Single<Amendment> {

        private static final int HAS_RETURNED = 4;

        @Override
        public void write(Amendment entry, @Nullable Amendment previous, ByteWriter out) {
            long since = entry.nanos() - (previous == null ? 0 : previous.nanos());
            int unit = EpochNanos.unit(since);
            var amount = entry.amount();
            out.writeByte(unit | (amount.returned() == 0 ? 0 : HAS_RETURNED));
            EpochNanos.write(since, unit, out);
            out.writeZigzag(entry.day()).writeZigzag(amount.units()).writeZigzag(amount.revenue());
            if (amount.returned() != 0) {
                out.writeZigzag(amount.returned());
            }
        }

        @Override
        public Amendment read(@Nullable Amendment previous, ByteReader in) {
            int flags = in.readByte();
            long nanos = (previous == null ? 0 : previous.nanos()) + EpochNanos.read(flags & 3, in);
            long day = in.readZigzag();
            long units = in.readZigzag();
            long revenue = in.readZigzag();
            long returned = (flags & HAS_RETURNED) == 0 ? 0 : in.readZigzag();
            return new Amendment(nanos, day, new Amendment.Amount(units, revenue, returned));
        }
    }
}
