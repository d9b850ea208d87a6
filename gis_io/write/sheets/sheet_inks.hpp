// The colours that a sheet is printed in.
#pragma once
#include "core/criteria/class_scheme.hpp"
#include "gis_io/write/pictures/inks.hpp"
#include "gis_io/write/sheets/sheet_format.hpp"

namespace sise {

/// Of what is drawn in the colours of `scheme`. Grey: the worse the darker, and lines told apart by their dashes, as a pale line
/// is lost on a copier. Throws ConfigError("no_colour_blind_scheme") for a scheme of the user's own, which has no variant.
[[nodiscard]] Inks inks_for(SheetColours colours, const ClassScheme& scheme);

}  // namespace sise
