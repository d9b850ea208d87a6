// What is told of a rose: remarks on its record, the summary, and the lines a person reads first.
#pragma once
#include <vector>

#include "gis_io/products/rose_product.hpp"

namespace sise {

/// Warnings and notes: missing hours, gaps, seasons that weigh more, clouds that look like oktas, directions in tens of
/// degrees, a clock that does not fit the longitude.
[[nodiscard]] std::vector<Diagnostic> rose_remarks(const RoseProduct& product, const StationRecord& record,
                                                   const StationSite& site, bool sun_is_asked);

[[nodiscard]] PropertyObject rose_summary(const RoseProduct& product);
[[nodiscard]] std::vector<Text> rose_headline(const RoseProduct& product);
[[nodiscard]] RosePicture rose_picture(const RoseProduct& product);

}  // namespace sise
