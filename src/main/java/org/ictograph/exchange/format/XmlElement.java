package org.ictograph.exchange.format;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ictograph.exchange.ExchangeException;

/**
 * An element of an XML file. Files with a document type are refused: nothing that a label file needs one for is harmless.
 *
 * @param text what stands directly in it, without the space around it
 * @param line where it begins
 */
record XmlElement(
        String name, Map<String, String> attributes, List<XmlElement> children, StringBuilder text, int line) {
    /** Deeper files are no label files. */
    private static final int DEEPEST = 100;

    /** The outermost element of a file. */
    static XmlElement read(Path file) throws ExchangeException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(TextFile.read(file)));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException unreadable) {
            int line = unreadable.getLocation() == null
                    ? 0
                    : unreadable.getLocation().getLineNumber();
            throw new ExchangeException(
                    "“" + file + "”" + (line > 0 ? ", line " + line + "," : "") + " is not readable XML.", unreadable);
        }
    }

    private static XmlElement read(XMLStreamReader reader) throws XMLStreamException {
        Deque<XmlElement> open = new ArrayDeque<>();
        XmlElement root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    XmlElement element = start(reader);
                    if (open.isEmpty()) {
                        root = element;
                    } else {
                        open.peek().children().add(element);
                    }
                    open.push(element);
                    if (open.size() > DEEPEST) {
                        throw new XMLStreamException("too deep", reader.getLocation());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text().append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type", reader.getLocation());
                default -> {
                    // Comments and the like say nothing.
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("no element");
        }
        return root;
    }

    private static XmlElement start(XMLStreamReader reader) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return new XmlElement(
                reader.getLocalName(),
                attributes,
                new ArrayList<>(),
                new StringBuilder(),
                reader.getLocation().getLineNumber());
    }

    /** Empty text when there is no such attribute. */
    String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    List<XmlElement> all(String child) {
        return children.stream().filter(element -> element.name().equals(child)).toList();
    }

    /** The text of the first child of a name, empty when there is none. */
    String textOf(String child) {
        return all(child).stream()
                .findFirst()
                .map(element -> element.text().toString().strip())
                .orElse("");
    }
}
