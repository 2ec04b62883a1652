export { TariffTable } from '@pantograph/model/location';
