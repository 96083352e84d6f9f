package dev.storetwin.drools.host;

import dev.storetwin.guardrail.Fact;

/** A fact that can change, as a host may have one. */
public final class Counter implements Fact {

    private int count;

    public int getCount() {
        return count;
    }

    public void setCount(int value) {
        count = value;
    }

    /** What goes wrong inside the host's own code. */
    public int fail() {
        throw new IllegalStateException("the counter is broken");
    }

    /** Ends when the stack does. */
    @SuppressWarnings("InfiniteRecursion") // that is its purpose
    public int sink() {
        return sink() + 1;
    }

    /** Takes longer than any rule should. */
    public boolean dawdle() {
        long start = System.nanoTime();
        while (System.nanoTime() - start < 600_000_000) {
            Thread.onSpinWait();
        }
        return true;
    }
}
