/** Where tables come from: the formats that files and databases hold them in. */
@NullMarked
package io.posture.io.source;

import org.jspecify.annotations.NullMarked;
