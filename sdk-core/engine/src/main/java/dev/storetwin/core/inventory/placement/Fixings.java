package dev.storetwin.core.inventory.placement;

import java.util.Arrays;
import java.util.BitSet;

/** What is decided at one node of the search: sites that are open or closed, customers that a site may not serve, and all that follows. */
final class Fixings {

    static final byte FREE = 0;
    static final byte OPEN = 1;
    static final byte CLOSED = 2;

    private final Numbers numbers;
    final byte[] site;
    final double[] room;
    /** The one site that may serve a customer, or -1 while there are several. */
    final int[] only;

    private final BitSet[] allowed;
    private final int[] choices;
    private boolean isImpossible;

    private Fixings(Numbers numbers, byte[] site, double[] room, int[] only, BitSet[] allowed, int[] choices) {
        this.numbers = numbers;
        this.site = site;
        this.room = room;
        this.only = only;
        this.allowed = allowed;
        this.choices = choices;
    }

    static Fixings none(Numbers numbers) {
        int customers = numbers.customers();
        var only = new int[customers];
        Arrays.fill(only, -1);
        var allowed = new BitSet[numbers.sites()];
        var choices = new int[customers];
        Arrays.fill(choices, numbers.sites());
        for (int j = 0; j < allowed.length; j++) {
            allowed[j] = new BitSet(customers);
            allowed[j].set(0, customers);
        }
        var fixings = new Fixings(
                numbers, new byte[numbers.sites()], numbers.capacity().clone(), only, allowed, choices);
        for (int j = 0; j < allowed.length; j++) {
            for (int i = 0; i < customers; i++) {
                if (!(numbers.cost()[j][i] < Double.POSITIVE_INFINITY)) {
                    fixings.forbid(i, j);
                }
            }
            fixings.fit(j);
        }
        return fixings;
    }

    Fixings copy() {
        var copies = new BitSet[allowed.length];
        for (int j = 0; j < copies.length; j++) {
            copies[j] = (BitSet) allowed[j].clone();
        }
        return new Fixings(numbers, site.clone(), room.clone(), only.clone(), copies, choices.clone());
    }

    boolean isImpossible() {
        return isImpossible;
    }

    boolean allows(int customer, int at) {
        return allowed[at].get(customer);
    }

    void open(int at) {
        if (site[at] == CLOSED) {
            isImpossible = true;
        }
        site[at] = OPEN;
    }

    void close(int at) {
        if (site[at] == OPEN) {
            isImpossible = true;
        }
        if (site[at] == FREE) {
            site[at] = CLOSED;
            for (int i = allowed[at].nextSetBit(0); i >= 0 && !isImpossible; i = allowed[at].nextSetBit(i + 1)) {
                forbid(i, at);
            }
        }
    }

    void forbid(int customer, int at) {
        if (!allowed[at].get(customer) || isImpossible) {
            return;
        }
        allowed[at].clear(customer);
        choices[customer]--;
        if (choices[customer] == 0) {
            isImpossible = true;
        } else if (choices[customer] == 1) {
            force(customer, last(customer));
        }
    }

    private int last(int customer) {
        int at = 0;
        while (!allowed[at].get(customer)) {
            at++;
        }
        return at;
    }

    /** The customer is served from there. */
    void force(int customer, int at) {
        if (only[customer] == at || isImpossible) {
            return;
        }
        if (!allowed[at].get(customer) || only[customer] >= 0) {
            isImpossible = true;
            return;
        }
        only[customer] = at;
        for (int j = 0; j < allowed.length; j++) {
            if (j != at && allowed[j].get(customer)) {
                allowed[j].clear(customer);
            }
        }
        choices[customer] = 1;
        open(at);
        room[at] -= numbers.demand()[customer];
        isImpossible |= room[at] < -numbers.slack();
        fit(at);
    }

    /** Who is too large for what room is left cannot be served there. */
    private void fit(int at) {
        for (int i = allowed[at].nextSetBit(0); i >= 0 && !isImpossible; i = allowed[at].nextSetBit(i + 1)) {
            if (only[i] < 0 && numbers.demand()[i] > room[at] + numbers.slack()) {
                forbid(i, at);
            }
        }
    }
}
