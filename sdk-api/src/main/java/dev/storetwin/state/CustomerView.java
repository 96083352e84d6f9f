package dev.storetwin.state;

import dev.storetwin.type.SubjectId;
import java.util.Optional;

/** Shoppers by token. */
public interface CustomerView {

    Optional<Customer> find(SubjectId subject);

    /** How many subjects ever ordered. */
    int count();
}
