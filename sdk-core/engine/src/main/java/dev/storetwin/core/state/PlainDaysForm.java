package dev.storetwin.core.state;

import dev.storetwin.core.binary.ByteWriter;

/**
 * A daily account in the bytes that the root of a state is worked out of: chunk by chunk from the first to the last, each with a bit per day that
 * has anything and then the three numbers of these days, the second as what it differs from the day before's ratio.
 */
final class PlainDaysForm {

    private static final long SCALE = 1_000;
    private static final int HAS_THIRD = 1;
    private static final int IS_WHOLE = 2;
    private static final byte[] NOTHING = {};

    private PlainDaysForm() {}

    static void write(DailyAccount account, ByteWriter out) {
        if (account.isEmpty()) {
            out.writeZigzag(0).writeVarint(0);
            return;
        }
        int first = DailyAccount.chunk(account.firstDay());
        int last = DailyAccount.chunk(account.lastDay());
        out.writeZigzag(first).writeVarint(last - first + 1);
        var room = new ByteWriter(1_024);
        for (int chunk = first; chunk <= last; chunk++) {
            var days = new DailyAccount.Sums(DailyAccount.CHUNK);
            account.addTo(days, (long) chunk * DailyAccount.CHUNK);
            out.writeBytes(bytes(days, room));
        }
    }

    private static byte[] bytes(DailyAccount.Sums days, ByteWriter out) {
        long low = DaysForm.busy(days, 0);
        long high = DaysForm.busy(days, Long.SIZE);
        if ((low | high) == 0) {
            return NOTHING;
        }
        out.reset().writeLong(low).writeLong(high);
        var ratio = new DaysForm.Ratio();
        write(out, low, days, 0, ratio);
        write(out, high, days, Long.SIZE, ratio);
        return out.toByteArray();
    }

    private static void write(ByteWriter out, long busy, DailyAccount.Sums days, int from, DaysForm.Ratio ratio) {
        for (long rest = busy; rest != 0; rest &= rest - 1) {
            int day = from + Long.numberOfTrailingZeros(rest);
            long first = days.first[day];
            boolean isWhole = first % SCALE == 0;
            int flags = (days.third[day] != 0 ? HAS_THIRD : 0) | (isWhole ? IS_WHOLE : 0);
            out.writeVarint((DaysForm.folded(isWhole ? first / SCALE : first) << 2) | flags);
            out.writeZigzag(days.second[day] - ratio.expected(first));
            if (days.third[day] != 0) {
                out.writeZigzag(days.third[day]);
            }
            ratio.learn(first, days.second[day]);
        }
    }
}
