/** The audit trail: reads decisions and outcomes, hands on lines that show any tampering, and says where they were tampered with. */
@NullMarked
package dev.storetwin.core.audit;

import org.jspecify.annotations.NullMarked;
