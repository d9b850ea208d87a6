// Which font files pictures are set in.
#pragma once

namespace sise {

/// Takes type from the machine's own font folders alone: no rule and no font of the user's home or of the machine's configuration
/// counts, so that a picture hangs on its run and the two font packages. SISE_FONTS names a folder to take instead. Once per
/// process, before type is set; safe to call again.
void pin_fonts();

}  // namespace sise
