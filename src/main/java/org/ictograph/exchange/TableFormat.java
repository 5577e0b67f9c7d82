package org.ictograph.exchange;

import java.nio.file.Path;
import java.util.List;

/** A format for tables whose columns can have any names; a person says which is which, or it is guessed from the names. */
public interface TableFormat extends LabelFormat {
    /**
     * The names of the columns of a file.
     *
     * @throws ExchangeException when it is no table
     */
    List<String> columnsOf(Path file) throws ExchangeException;

    /** What columns of these names most likely are. */
    ColumnMap guess(List<String> columns);

    /** This format for tables with these columns. */
    LabelFormat with(ColumnMap columns);
}
