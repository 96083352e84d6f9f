package dev.storetwin.state;

import dev.storetwin.type.SubjectId;
import java.util.List;
import java.util.Optional;

/** Shoppers by token. */
public interface CustomerView {

    Optional<Customer> find(SubjectId subject);

    /** What a shopper bought under any token that is linked to this one, oldest first. */
    List<Purchase> purchases(SubjectId subject);

    /** How many subjects ever ordered. */
    int count();
}
