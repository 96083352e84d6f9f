package dev.storetwin.drools;

import dev.storetwin.guardrail.Finding;
import java.util.List;
import org.drools.drl.ast.descr.BaseDescr;

/**
 * One file under inspection.
 *
 * @param file     the file
 * @param types    what its names stand for
 * @param profile  what it may name
 * @param findings what was found so far; grows
 */
record Inspection(DrlFile file, TypeNames types, SafeProfile profile, List<Finding> findings) {

    void add(BaseDescr at, String problem, String hint) {
        add(DrlFile.start(at), problem, hint);
    }

    void add(int offset, String problem, String hint) {
        findings.add(file.text().finding(offset, problem, hint));
    }

    void add(String problem, String hint) {
        findings.add(file.text().finding(problem, hint));
    }
}
