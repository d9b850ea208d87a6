// Values as JSON text, the same on every machine.
#pragma once
#include <string>
#include <string_view>

#include "gis_io/write/vectors/feature.hpp"

namespace sise {

/// Quoted and escaped. Bytes that are not UTF-8 become U+FFFD.
void append_json(std::string& out, std::string_view text);

/// The shortest decimal that reads back as the same double; null where it is not finite.
void append_json(std::string& out, double number);
void append_json(std::string& out, const PropertyValue& value);
void append_json(std::string& out, const PropertyObject& object);

/// A whole value as one line.
[[nodiscard]] std::string to_json(const PropertyValue& value);

}  // namespace sise
