const earthRadiusKm = 6371;
const radians = Math.PI / 180;

/** Great-circle distance between two points given in decimal degrees. */
export function distanceKm(latA: number, lonA: number, latB: number, lonB: number): number {
  const rise = Math.sin(((latB - latA) * radians) / 2) ** 2;
  const turn = Math.sin(((lonB - lonA) * radians) / 2) ** 2;
  const h = rise + Math.cos(latA * radians) * Math.cos(latB * radians) * turn;
  return 2 * earthRadiusKm * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The point that lies `distance` km from another in a compass direction (degrees, 0 north, 90 east). */
export function pointAt(lat: number, lon: number, bearing: number, distance: number): { lat: number; lon: number } {
  const angle = distance / earthRadiusKm;
  const turn = bearing * radians;
  const phi = lat * radians;
  const sinPhi = Math.sin(phi) * Math.cos(angle) + Math.cos(phi) * Math.sin(angle) * Math.cos(turn);
  const x = Math.cos(angle) - Math.sin(phi) * sinPhi;
  const lambda = lon * radians + Math.atan2(Math.sin(turn) * Math.sin(angle) * Math.cos(phi), x);
  return { lat: Math.asin(sinPhi) / radians, lon: ((lambda / radians + 540) % 360) - 180 };
}

/** The point halfway between two others. */
export function midpoint(latA: number, lonA: number, latB: number, lonB: number): { lat: number; lon: number } {
  const bx = Math.cos(latB * radians) * Math.cos((lonB - lonA) * radians);
  const by = Math.cos(latB * radians) * Math.sin((lonB - lonA) * radians);
  const z = Math.sin(latA * radians) + Math.sin(latB * radians);
  const lat = Math.atan2(z, Math.hypot(Math.cos(latA * radians) + bx, by)) / radians;
  const lon = lonA + Math.atan2(by, Math.cos(latA * radians) + bx) / radians;
  return { lat, lon: ((lon + 540) % 360) - 180 };
}
