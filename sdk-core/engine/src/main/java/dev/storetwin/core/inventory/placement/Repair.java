package dev.storetwin.core.inventory.placement;

/** Makes an assignment of what the sites serve at some prices: who is served twice stays where it costs least, who is not goes where there is room. */
final class Repair {

    private final Numbers numbers;
    private final boolean[] usable;

    Repair(Numbers numbers, boolean[] usable) {
        this.numbers = numbers;
        this.usable = usable;
    }

    /** Each customer in some site; a site may be overloaded when there is no other way. */
    Assignment of(LagrangianBound lagrangian, Fixings fixings) {
        var assignment = Assignment.empty(numbers);
        for (int i = 0; i < numbers.customers(); i++) {
            int at = fixings.only[i] >= 0 ? fixings.only[i] : cheapest(i, lagrangian);
            if (at >= 0) {
                assignment.move(i, at);
            }
        }
        int next = mostUrgent(assignment, lagrangian);
        while (next >= 0) {
            assignment.move(next, place(next, assignment, lagrangian.isOpen));
            next = mostUrgent(assignment, lagrangian);
        }
        return assignment;
    }

    private int cheapest(int customer, LagrangianBound lagrangian) {
        int best = -1;
        for (int j = 0; j < numbers.sites(); j++) {
            if (lagrangian.isOpen[j]
                    && lagrangian.served[j][customer]
                    && (best < 0 || numbers.cost()[j][customer] < numbers.cost()[best][customer])) {
                best = j;
            }
        }
        return best;
    }

    /** Of those who are nowhere the one that would lose most by waiting: whose second best place costs most more than the best. */
    private int mostUrgent(Assignment assignment, LagrangianBound lagrangian) {
        int chosen = -1;
        double most = -1;
        for (int i = 0; i < numbers.customers(); i++) {
            if (assignment.site[i] < 0) {
                double urgency = urgency(i, assignment, lagrangian.isOpen);
                if (urgency > most) {
                    most = urgency;
                    chosen = i;
                }
            }
        }
        return chosen;
    }

    private double urgency(int customer, Assignment assignment, boolean[] isOpen) {
        double best = Double.POSITIVE_INFINITY;
        double second = Double.POSITIVE_INFINITY;
        for (int j = 0; j < numbers.sites(); j++) {
            if (isOpen[j] && numbers.demand()[customer] <= assignment.room(j)) {
                double cost = numbers.cost()[j][customer];
                second = Math.min(second, Math.max(best, cost));
                best = Math.min(best, cost);
            }
        }
        return second < Double.POSITIVE_INFINITY ? second - best : Double.MAX_VALUE;
    }

    private int place(int customer, Assignment assignment, boolean[] isOpen) {
        int best = -1;
        int cheapest = -1;
        for (int j = 0; j < numbers.sites(); j++) {
            if (usable[j] && Double.isFinite(numbers.cost()[j][customer])) {
                cheapest = better(customer, j, cheapest);
                boolean isRoom = numbers.demand()[customer] <= assignment.room(j);
                best = isOpen[j] && isRoom ? better(customer, j, best) : best;
            }
        }
        return best >= 0 ? best : cheapest;
    }

    private int better(int customer, int one, int other) {
        return other < 0 || numbers.cost()[one][customer] < numbers.cost()[other][customer] ? one : other;
    }
}
