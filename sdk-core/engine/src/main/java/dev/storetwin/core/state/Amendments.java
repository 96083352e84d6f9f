package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteReader;
import dev.storetwin.core.binary.ByteWriter;
import java.util.List;
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

    /** Takes what changed after a moment off sums of the days from {@code start} on. */
    void takeLaterThan(long nanos, DailyAccount.Sums sums, long start) {
        if (log.isEmpty()) {
            return;
        }
        var after = new Amendment(nanos, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        for (int block = log.blockOf(after, FORM); block < log.blocks(); block++) {
            for (var amendment : log.block(block, FORM)) {
                if (amendment.nanos() > nanos) {
                    sums.add(amendment.day() - start, -amendment.units(), -amendment.revenue(), 0);
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

    /** The time since the one before in its unit, the day, units and revenue. */
    private static final class AmendmentForm implements EntryLog.Form<Amendment> {

        @Override
        public void write(Amendment entry, @Nullable Amendment previous, ByteWriter out) {
            long since = entry.nanos() - (previous == null ? 0 : previous.nanos());
            int unit = EpochNanos.unit(since);
            out.writeByte(unit);
            EpochNanos.write(since, unit, out);
            out.writeZigzag(entry.day()).writeZigzag(entry.units()).writeZigzag(entry.revenue());
        }

        @Override
        public Amendment read(@Nullable Amendment previous, ByteReader in) {
            long since = EpochNanos.read(in.readByte(), in);
            long nanos = (previous == null ? 0 : previous.nanos()) + since;
            return new Amendment(nanos, in.readZigzag(), in.readZigzag(), in.readZigzag());
        }
    }
}
