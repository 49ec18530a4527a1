package io.posture.xlsx;

import io.posture.io.input.InputException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook as XML, read forwards by the parser of the JDK. A document type, and with it every entity, is refused.
 * Names are read without their namespaces, which differ between editions of the format. Not thread-safe.
 */
final class XmlPart implements Closeable {

    /** What the JDK bounds by itself, and newer ones more tightly than a sheet with many escaped signs can bear. */
    private static final String[] ENTITY_LIMITS = {
        "jdk.xml.entityExpansionLimit", "jdk.xml.totalEntitySizeLimit", "jdk.xml.maxGeneralEntitySizeLimit"
    };

    private final String file;
    private final String part;
    private final BoundedInput in;
    private final Limits limits;
    private final XMLStreamReader xml;
    private int depth;

    XmlPart(String file, String part, BoundedInput in, Limits limits) {
        this.file = file;
        this.part = part;
        this.in = in;
        this.limits = limits;
        in.nodeBegins();
        try {
            this.xml = factory().createXMLStreamReader(XmlText.of(in));
        } catch (XMLStreamException problem) {
            throw damaged(problem);
        } catch (CharacterCodingException noText) {
            throw notText();
        } catch (IOException problem) {
            throw WorkbookFile.damaged(file, problem);
        }
    }

    /**
     * Moves to the next tag or piece of text.
     *
     * @return {@code START_ELEMENT}, {@code END_ELEMENT}, {@code CHARACTERS}, or {@code END_DOCUMENT}
     * @throws InputException if the part is no XML, or has a document type
     */
    int next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                in.nodeBegins();
                switch (event) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        deeper();
                        return event;
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        return event;
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        return XMLStreamConstants.CHARACTERS;
                    }
                    case XMLStreamConstants.DTD,
                            XMLStreamConstants.ENTITY_REFERENCE,
                            XMLStreamConstants.ENTITY_DECLARATION ->
                        throw new InputException(file + " is refused, because its part " + part
                                + " declares a document type, which no spreadsheet program does. Maybe it was made to do"
                                + " harm.");
                    default -> {
                        // comments and processing instructions say nothing of the data
                    }
                }
            }
            return XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException problem) {
            throw damaged(problem);
        }
    }

    /** Moves to the next start of an element; false if there is none. */
    boolean nextElement() {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_DOCUMENT) {
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Local name of the element that starts or ends here. */
    String name() {
        return xml.getLocalName();
    }

    /** Attribute of the element that starts here, by its local name; empty if it has none. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /** Whether an attribute of the element that starts here is on. */
    boolean flag(String name) {
        String value = attribute(name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    /**
     * Adds the text here to a cell's.
     *
     * @throws InputException if it is too long
     */
    void appendText(StringBuilder text) {
        if (text.length() + xml.getTextLength() > limits.cellChars()) {
            throw new InputException(file + " is refused, because its part " + part + " has a cell of more than "
                    + limits.cellChars() + " characters. Maybe the file is damaged.");
        }
        text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Reads the bytes to their end without looking at them, so that their checksum is known. */
    void skipRest() {
        try {
            byte[] block = new byte[1 << 16];
            while (in.read(block, 0, block.length) >= 0) {
                in.nodeBegins();
            }
        } catch (IOException problem) {
            throw WorkbookFile.damaged(file, problem);
        }
    }

    /** Error for something that the format does not allow. */
    InputException wrong(String what) {
        return new InputException(file + " is damaged: in its part " + part + " " + what
                + ". Maybe open it in a spreadsheet program and save it again.");
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException | IOException problem) {
            throw WorkbookFile.damaged(file, problem);
        }
    }

    private void deeper() {
        if (++depth > limits.depth()) {
            throw wrong("elements stand within each other more than " + limits.depth() + " deep");
        }
    }

    private InputException notText() {
        return wrong("there are bytes that are no text in UTF-8 or UTF-16");
    }

    private InputException damaged(XMLStreamException problem) {
        if (problem.getNestedException() instanceof CharacterCodingException) {
            return notText();
        }
        if (problem.getNestedException() instanceof IOException damage) {
            return WorkbookFile.damaged(file, damage);
        }
        String reason = String.valueOf(problem.getMessage()).replaceAll("\\s+", " ");
        return new InputException(
                file + " is a workbook whose part " + part + " is cut off or damaged (" + reason
                        + "). Maybe the download or copy was interrupted.",
                problem);
    }

    /** The parser of the JDK, whatever else is on the class path. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("external entities are not read");
        });
        for (String limit : ENTITY_LIMITS) {
            if (factory.isPropertySupported(limit)) {
                factory.setProperty(limit, 0);
            }
        }
        return factory;
    }
}
