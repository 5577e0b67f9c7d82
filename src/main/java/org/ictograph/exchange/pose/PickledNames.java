package org.ictograph.exchange.pose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lists, tuples and texts in Python's pickle of version 0, the text form in which PyTables keeps the names of columns. Knows
 * the operations for plain values only: whatever would call code is refused.
 */
final class PickledNames {
    private static final Object MARK = new Object();
    private static final Object NONE = new Object();

    private final String text;
    private final List<Object> stack = new ArrayList<>();
    private final Map<String, Object> memo = new HashMap<>();
    private int at;

    private PickledNames(String text) {
        this.text = text;
    }

    /**
     * The columns that a pickle lists, each as its parts from outside inwards; a name alone is one part.
     *
     * @throws IllegalArgumentException when it is something else
     */
    static List<List<String>> read(String pickle) {
        Object value = new PickledNames(pickle).value();
        List<List<String>> columns = new ArrayList<>();
        for (Object column : list(value)) {
            columns.add(
                    column instanceof List<?> parts
                            ? parts.stream().map(String::valueOf).toList()
                            : List.of(String.valueOf(column)));
        }
        return columns;
    }

    private static List<?> list(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("a list was expected");
    }

    private Object value() {
        while (at < text.length()) {
            char operation = text.charAt(at++);
            switch (operation) {
                case '.' -> {
                    return pop();
                }
                case '(' -> stack.add(MARK);
                case 'N' -> stack.add(NONE);
                case 'V' -> stack.add(unescaped(line()));
                case 'S' -> stack.add(unquoted(line()));
                case 'I', 'L', 'F' -> stack.add(line());
                case 'l', 't' -> stack.add(sinceMark());
                case 'd' -> stack.add(pairs(sinceMark()));
                case 'a' -> append(pop());
                case 's' -> put(pop(), pop());
                case 'p' -> memo.put(line(), stack.get(stack.size() - 1));
                case 'g' -> stack.add(remembered(line()));
                default -> throw new IllegalArgumentException("the operation “" + operation + "” is not a plain value");
            }
        }
        throw new IllegalArgumentException("it ends too early");
    }

    private String line() {
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new IllegalArgumentException("it ends too early");
        }
        String line = text.substring(at, end);
        at = end + 1;
        return line;
    }

    private Object pop() {
        if (stack.isEmpty()) {
            throw new IllegalArgumentException("it takes what it never gave");
        }
        return stack.remove(stack.size() - 1);
    }

    private Object remembered(String name) {
        Object value = memo.get(name);
        if (value == null) {
            throw new IllegalArgumentException("it takes what it never gave");
        }
        return value;
    }

    private List<Object> sinceMark() {
        int mark = stack.lastIndexOf(MARK);
        if (mark < 0) {
            throw new IllegalArgumentException("it takes what it never gave");
        }
        List<Object> values = new ArrayList<>(stack.subList(mark + 1, stack.size()));
        stack.subList(mark, stack.size()).clear();
        return values;
    }

    private static Map<Object, Object> pairs(List<Object> values) {
        Map<Object, Object> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < values.size(); i += 2) {
            pairs.put(values.get(i), values.get(i + 1));
        }
        return pairs;
    }

    @SuppressWarnings("unchecked") // Only lists of this reader lie on the stack.
    private void append(Object value) {
        if (stack.isEmpty()) {
            throw new IllegalArgumentException("it takes what it never gave");
        }
        ((List<Object>) list(stack.get(stack.size() - 1))).add(value);
    }

    @SuppressWarnings("unchecked") // Only maps of this reader lie on the stack.
    private void put(Object value, Object key) {
        if (stack.isEmpty() || !(stack.get(stack.size() - 1) instanceof Map)) {
            throw new IllegalArgumentException("it takes what it never gave");
        }
        ((Map<Object, Object>) stack.get(stack.size() - 1)).put(key, value);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && (text.startsWith("'") || text.startsWith("\""));
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    /** Python writes a letter beyond Latin-1 as a backslash, u and four digits. */
    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        int from = 0;
        for (int escape = text.indexOf("\\u"); escape >= 0 && escape + 6 <= text.length(); ) {
            plain.append(text, from, escape)
                    .append((char) Integer.parseInt(text.substring(escape + 2, escape + 6), 16));
            from = escape + 6;
            escape = text.indexOf("\\u", from);
        }
        return plain.append(text.substring(from)).toString();
    }
}
